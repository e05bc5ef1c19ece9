import assert from 'node:assert/strict';

import { dateAt, monthAfter, monthAt } from '../src/ledger/dates.ts';
import { draftRules } from '../src/rewards/draft-rules.ts';
import { approveRules, earliestDate, proposeRules } from '../src/rewards/publish-rules.ts';
import type { RuleSetId } from '../src/rewards/rows.ts';
import { runShadow } from '../src/rewards/run-shadow.ts';
import { as, type Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

type Terms = Omit<Parameters<typeof draftRules>[1], 'notes'>;

/** What the community began with, but for a budget of the month. */
const SECOND: Terms = {
  ...{ accepted_answer_minor: 50n, hold_days: 7, pair_limit: 2, pair_days: 30, steps: [] },
  ...{ daily_cap_minor: null, monthly_cap_minor: 2000n, monthly_budget_minor: 1500n },
  ...{ payout_minimum_minor: 100n, expire_after_months: null },
  ...{ newcomer_share: 100, helper_share: 50, guide_share: 10, steward_share: 5 },
};

/** More for each answer, somewhat less for whoever is accepted very often. */
const THIRD: Terms = {
  ...SECOND,
  ...{ accepted_answer_minor: 60n, monthly_budget_minor: 2000n, daily_cap_minor: 300n },
  steps: [{ from_nth: 11, percent: 75 }],
};

/**
 * Rules with a budget, in force for most of the demonstration, and the next ones: drafted a week
 * ago, tried on the last whole month, approved by the other of the two, and not in force yet.
 */
export const replayRules = (stage: Stage): Happening[] => [
  ...publish(stage, SECOND, { ago: 121, reason: 'The board set a budget for each month.' }),
  ...publish(stage, THIRD, { ago: 8, reason: 'Helpers asked for more per answer in our survey.' }),
];

function publish(
  stage: Stage,
  terms: Terms,
  { ago, reason }: { ago: number; reason: string },
): Happening[] {
  const { daysAgo, timeZone } = stage.calendar;
  const drafted = daysAgo(ago, '11:00');
  let id: RuleSetId | undefined;
  const draft = async () => {
    const rules = await as(stage, 'Jordan', (work) => draftRules(work, { ...terms, notes: '' }));
    id = rules.id;
    await as(stage, 'Jordan', (work) => runShadow(work, rules.id, lastMonth(drafted, timeZone)));
    await as(stage, 'Jordan', (work) =>
      proposeRules(work, rules.id, {
        ...{ reason, evidence: 'Minutes of the rewards board' },
        effectiveFrom: firstOfAMonth(daysAgo(ago - 1, '11:00'), timeZone),
      }),
    );
  };
  const approve = async () => {
    const drafted = id;
    assert(drafted, 'the rules were drafted the day before');
    await as(stage, 'Sam', (work) => approveRules(work, drafted));
  };
  return [
    { at: drafted, happen: draft },
    { at: daysAgo(ago - 1, '10:00'), happen: approve },
  ];
}

function lastMonth(at: Date, timeZone: string) {
  const month = monthAt(at, timeZone);
  const first = `${monthAfter(month, -1)}-01`;
  const last = dateAt(new Date(Date.parse(`${month}-01T12:00:00Z`) - 86_400_000), 'UTC');
  return { first, last };
}

/** The first of a month that is at least as many days ahead as rules have to be. */
const firstOfAMonth = (at: Date, timeZone: string) =>
  `${monthAfter(earliestDate(at, timeZone).slice(0, 7) as ReturnType<typeof monthAt>)}-01`;
