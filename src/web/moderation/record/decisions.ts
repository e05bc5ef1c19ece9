import { Router, type Request } from 'express';

import { monthAfter, monthAt, parseMonth, startOf, type Month } from '../../../ledger/dates.ts';
import { readOverturned } from '../../../moderation/appeals/read-overturned.ts';
import {
  findFirstDecision,
  readMedians,
  readPublicSteps,
  readStewardActs,
  readTotals,
} from '../../../moderation/record/read-totals.ts';
import { found } from '../../../refusals.ts';
import { findText } from '../../../site/texts.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { textPage } from '../../site/text-page.ts';
import { readVariables } from '../../site/variables.ts';
import { decisionsPage } from './decisions-page.ts';

/** The public record: the operator's own words, then the figures of a month, without names. */
export function decisions(deps: Deps): Router {
  const { db, render, site, formats } = deps;
  const router = Router();
  router.get('/decisions', async (req, res) => {
    const text = found(await findText(db, 'decisions'), 'page');
    const months = await monthsFor(deps, req);
    const stretch = stretchOf(months.month, deps.config.TIME_ZONE);
    const [totals, medians, rules, steps, stewards] = await Promise.all([
      readTotals(db, stretch),
      readMedians(db, stretch),
      readOverturned(db, stretch),
      readPublicSteps(db, stretch),
      readStewardActs(db, stretch),
    ]);
    const read = { totals, medians, rules, steps, stewards };
    const figures = decisionsPage({ ...months, ...read, formats });
    const page = { ...textPage(text, await readVariables(deps)), ...figures };
    const canonical = `${site.url}/decisions`;
    await render.page(req, res, 'moderation/record/decisions', page, {
      ...{ here: 'elsewhere', canonical },
    });
  });
  return router;
}

/** The month that was asked for, if it has been and anything was decided by its end; else this one. */
async function monthsFor({ db, now, config }: Deps, req: Request) {
  const zone = config.TIME_ZONE;
  const current = monthAt(now(), zone);
  const first = monthAt((await findFirstDecision(db)) ?? now(), zone);
  const asked = parseMonth(queryText(req, 'month') ?? '');
  const month = asked && asked >= first && asked <= current ? asked : current;
  return {
    month,
    earlier: month > first ? monthAfter(month, -1) : undefined,
    later: month < current ? monthAfter(month) : undefined,
  };
}

const stretchOf = (month: Month, timeZone: string) => ({
  from: startOf(`${month}-01`, timeZone),
  before: startOf(`${monthAfter(month)}-01`, timeZone),
});
