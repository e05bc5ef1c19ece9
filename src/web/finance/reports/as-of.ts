import { Router, type Request, type Response } from 'express';

import { readStatementAsOf } from '../../../finance/reports/as-of-statement.ts';
import { readAsOf, readOwedAsOf, readOwedMembers } from '../../../finance/reports/as-of.ts';
import { readYearsOf } from '../../../finance/reports/annual-totals.ts';
import { dateAt } from '../../../ledger/dates.ts';
import type { LedgerTransferId } from '../../../ledger/rows.ts';
import { readMember } from '../../../members/find-members.ts';
import type { MemberId } from '../../../members/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { asOfPage, noInstantPage } from './as-of-page.ts';
import { askedInstant, asOfField } from './instants.ts';
import { bigFrom } from '../books/ledger.ts';
import { memberPage, noInstantOf } from './member-page.ts';
import { reportsNav } from './reports.ts';

/** The books, and a member's statement, as they stood at any past instant. */
export function asOf(deps: Deps): Router {
  const router = Router();
  router.get('/finance/as-of', (req, res) => drawBooks(deps, req, res));
  router.get('/finance/members/:id', (req, res) => drawMember(deps, req, res));
  return router;
}

async function drawBooks(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, render, formats, now, config } = deps;
  const { asked, field } = ask(deps, req);
  const year = dateAt(now(), config.TIME_ZONE).slice(0, 4);
  const around = { field, reports: reportsNav('as-of', year) };
  if (!asked.time) {
    await render.page(req, res, 'finance/as-of', noInstantPage(around), { ...AREA, status: 422 });
    return;
  }
  const { time } = asked;
  const after = memberAfter(req);
  const [books, owed] = await Promise.all([
    readAsOf(db, time.at),
    readOwedMembers(db, time.at, { after }),
  ]);
  const read = { ...books, time, owed, isFirst: after === undefined };
  await render.page(req, res, 'finance/as-of', asOfPage(read, around, formats), AREA);
}

async function drawMember(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db, render, formats } = deps;
  const member = found(await readMember(db, idFrom<MemberId>(req.params.id)), 'member');
  const { asked, field } = ask(deps, req);
  if (!asked.time) {
    const page = noInstantOf(member, field);
    await render.page(req, res, 'finance/member', page, { ...AREA, status: 422 });
    return;
  }
  const { time } = asked;
  const after = queryText(req, 'after');
  const [owed, statement, years] = await Promise.all([
    readOwedAsOf(db, member.id, time.at),
    readStatementAsOf(db, member.id, { at: time.at, after: lineAfter(after) }),
    readYearsOf(db, member.id, { at: time.at }),
  ]);
  const read = { time, owed, statement, years, isFirst: after === undefined };
  await render.page(req, res, 'finance/member', memberPage(member, read, field, formats), AREA);
}

function ask({ now, config }: Deps, req: Request) {
  const timeZone = config.TIME_ZONE;
  const asked = askedInstant(queryText(req, 'at'), { now: now(), timeZone });
  return { asked, field: asOfField(req.path, asked, timeZone) };
}

const AREA = { nav: 'finance', here: 'reports', search: false, tabs: false } as const;

function memberAfter(req: Request): MemberId | undefined {
  const after = queryText(req, 'after');
  return after === undefined ? undefined : idFrom<MemberId>(after);
}

const lineAfter = (after: string | undefined) =>
  after === undefined ? undefined : (bigFrom(after) as LedgerTransferId);
