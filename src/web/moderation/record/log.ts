import { Router, type Request, type Response } from 'express';

import { dateAfter, isDate, startOf } from '../../../ledger/dates.ts';
import {
  readActs,
  readLog,
  type LogFilter,
  type LoggedAct,
} from '../../../moderation/record/read-log.ts';
import { readMoved } from '../../../rewards/read-moved.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { areaOf } from '../governance/area.ts';
import { LOG, logPage, type LogQuery } from './log-page.ts';

/** The log of every act, for staff of every kind: each sees what their work needs. */
export function log(deps: Deps): Router {
  const router = Router();
  router.get(LOG, staffOnly('moderator', 'finance', 'admin'), (req, res) => draw(deps, req, res));
  return router;
}

/** How many acts a page shows. */
const LISTED = 50;

async function draw(
  { db, config, formats, render }: Deps,
  req: Request,
  res: Response,
): Promise<void> {
  const [query, viewer, acts] = [queryOf(req), actorOf(req), await readActs(db)];
  const after = cursorOf(queryText(req, 'after'));
  const filter = filterOf(query, acts, config.TIME_ZONE);
  const { rows, next } = await readLog(db, filter, { after, limit: LISTED });
  const moved = viewer.role === 'moderator' ? [] : await readMoved(db, marksOf(rows));
  const page = logPage(rows, {
    ...{
      query,
      next,
      acts,
      viewer,
      moved,
      formats,
      after: after === undefined ? undefined : String(after),
    },
  });
  await render.page(req, res, 'moderation/record/log', page, {
    ...{ nav: areaOf(viewer), here: 'log', noindex: true },
  });
}

const queryOf = (req: Request): LogQuery => ({
  actor: (queryText(req, 'actor') ?? '').trim().slice(0, 30),
  act: (queryText(req, 'act') ?? '').slice(0, 60),
  subject: (queryText(req, 'subject') ?? '').trim().slice(0, 60),
  from: queryText(req, 'from') ?? '',
  to: queryText(req, 'to') ?? '',
});

/** What makes no sense is not asked for: a date that is none, a word that the log has not. */
function filterOf(query: LogQuery, acts: readonly string[], timeZone: string): LogFilter {
  const { actor, act, subject, from, to } = query;
  return {
    ...(actor !== '' && { actor }),
    ...(acts.includes(act) && { act: act as NonNullable<LogFilter['act']> }),
    ...(subject !== '' && { subject }),
    ...(isDate(from) && { from: startOf(from, timeZone) }),
    ...(isDate(to) && { before: startOf(dateAfter(to), timeZone) }),
  };
}

const cursorOf = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

const marksOf = (rows: readonly LoggedAct[]) =>
  rows.flatMap(({ effects, happened_at }) =>
    effects.map(({ acceptance_id }) => ({ acceptanceId: acceptance_id, at: happened_at })),
  );
