import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { dateAfter, dateAt, startOf } from '../ledger/dates.ts';
import { found, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { actingFinance } from './draft-rules.ts';
import { DAY } from './read-facts.ts';
import { startReplay, type Difference, type Past } from './replay.ts';
import type { RewardId, RuleSetId, RuleShadowId, RuleShadowRow } from './rows.ts';
import { withSteps } from './rules.ts';

/** A time of the past by its first and last day in the operator's calendar, as 2026-10-01. */
export type Days = { first: string; last: string };

/** Tries a rule set on a time of the past, and keeps what it would have paid beside what was. */
export async function runShadow(work: Work, id: RuleSetId, days: Days): Promise<RuleShadowRow> {
  const runner = actingFinance(work);
  refuseDays(work, days);
  const row = found(await work.trx('rule_sets').where({ id }).first(), 'rule set');
  const rules = await withSteps(work.trx, row);
  const { timeZone } = work.operator;
  const from = startOf(days.first, timeZone);
  const opening = Math.min(
    startOf(`${days.first.slice(0, 7)}-01`, timeZone).getTime(),
    from.getTime() - rules.pair_days * DAY,
  );
  const replay = startReplay(rules, from);
  const before = startOf(dateAfter(days.last), timeZone);
  for await (const page of pastRewards(work.trx, { from: new Date(opening), before, timeZone })) {
    for (const past of page) replay.take(past);
  }
  const run = { rule_set_id: id, run_by: runner.id, run_at: work.at };
  return keep(work, { ...run, first_day: days.first, last_day: days.last }, replay.difference);
}

function refuseDays(work: Work, { first, last }: Days): void {
  const today = dateAt(work.at, work.operator.timeZone);
  if (last > today)
    throw new Invalid({ to: 'It ends today at the latest: nobody knows the rest.' });
  if (first > last) throw new Invalid({ to: 'It ends before it begins.' });
}

type Listed = Past & { id: RewardId };
type Span = { from: Date; before: Date; timeZone: string };

const PAGE = 5_000;

/** Rewards in the order of their acceptances, so many at a time. */
async function* pastRewards(db: Knex, span: Span): AsyncGenerator<Listed[]> {
  let page = await readPage(db, span, { made_at: span.from, id: 0 });
  while (page.length > 0) {
    yield page;
    const last = page.at(-1);
    assert(last, 'a page has a last row');
    page = page.length < PAGE ? [] : await readPage(db, span, last);
  }
}

async function readPage(
  db: Knex,
  { before, timeZone }: Span,
  after: { made_at: Date; id: number },
) {
  const { rows } = await db.raw<{ rows: Listed[] }>(
    `select r.id, r.member_id, r.asker_id, r.made_at, r.month, r.amount_minor, r.refusal,
            to_char(r.made_at at time zone :timeZone, 'YYYY-MM-DD') as date,
            case when r.state in ('voided', 'clawed-back') then r.changed_at
                 else a.withdrawn_at end as ended_at
       from rewards r join acceptances a on a.id = r.acceptance_id
      where (r.made_at, r.id) > (:at::timestamptz, :id::int) and r.made_at < :before
      order by r.made_at, r.id limit ${String(PAGE)}`,
    { timeZone, before, at: after.made_at, id: after.id },
  );
  return rows;
}

type Run = Pick<RuleShadowRow, 'rule_set_id' | 'run_by' | 'run_at' | 'first_day' | 'last_day'>;

async function keep(work: Work, run: Run, difference: Difference): Promise<RuleShadowRow> {
  const { members, refusals, acceptances, waiting } = difference;
  const changes = [...members.values()].map(({ paid, wouldPay }) => wouldPay - paid);
  const [shadow] = await work
    .trx('rule_shadows')
    .insert({
      ...{ ...run, acceptances, waiting: waiting.rewards, waiting_minor: waiting.amount },
      paid_minor: sum([...members.values()].map(({ paid }) => paid)),
      would_pay_minor: sum([...members.values()].map(({ wouldPay }) => wouldPay)),
      better: changes.filter((change) => change > 0n).length,
      worse: changes.filter((change) => change < 0n).length,
      unchanged: changes.filter((change) => change === 0n).length,
    })
    .returning('*');
  assert(shadow, 'the shadow was written');
  await keepMembers(work, shadow.id, members);
  for (const [refusal, { refused, wouldRefuse }] of refusals) {
    await work.trx('rule_shadow_refusals').insert({
      ...{ rule_shadow_id: shadow.id, refusal, refused, would_refuse: wouldRefuse },
    });
  }
  return shadow;
}

async function keepMembers(work: Work, id: RuleShadowId, members: Difference['members']) {
  const rows = [...members].map(([member_id, { paid, wouldPay }]) => ({
    ...{ rule_shadow_id: id, member_id, paid_minor: paid, would_pay_minor: wouldPay },
  }));
  await work.trx.batchInsert('rule_shadow_members', rows, 1_000);
}

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
