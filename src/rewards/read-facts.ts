import type { Knex } from 'knex';

import { dateAt, monthAt } from '../ledger/dates.ts';
import type { AnswerId } from '../forum/rows.ts';
import type { MemberRow } from '../members/rows.ts';
import { isSanctioned } from '../members/standing.ts';
import { isPlainCopy } from '../trust/originality/read-near-copies.ts';
import type { Facts, Terms } from './decide.ts';

/** Who accepted whose answer, and when. */
export type Claim = {
  author: MemberRow;
  askerId: MemberRow['id'];
  answerId: AnswerId;
  at: Date;
  timeZone: string;
};

export const DAY = 86_400_000;

/**
 * What the rules want to know of an acceptance, but for the budget. The caller holds the author,
 * so that two acceptances cannot both take the last of a limit.
 */
export async function readFacts(
  db: Knex,
  { pair_days }: Pick<Terms, 'pair_days'>,
  { author, askerId, answerId, at, timeZone }: Claim,
): Promise<Omit<Facts, 'budgetLeft'>> {
  const { rows } = await db.raw<{ rows: [Used] }>(USED, {
    ...{ asker: askerId, author: author.id, answer: answerId, timeZone },
    since: new Date(at.getTime() - pair_days * DAY),
    month: monthAt(at, timeZone),
    today: dateAt(at, timeZone),
  });
  const { paid_already, paid_to_pair, paid, earned, earned_today } = rows[0];
  return {
    ownQuestion: author.id === askerId,
    staff: author.role !== 'member',
    sanctioned: isSanctioned(author, at),
    copy: await isPlainCopy(db, answerId),
    paidAlready: paid_already,
    paidToPair: paid_to_pair,
    paidThisMonth: paid,
    earnedThisMonth: earned,
    earnedToday: earned_today,
  };
}

type Used = {
  paid_already: boolean;
  paid_to_pair: number;
  paid: number;
  earned: bigint;
  earned_today: bigint;
};

/** What waits for a budget is owed, so it uses up limits; what was voided or taken back does not. */
const USED = `
  select (select count(*)::int from rewards
           where asker_id = :asker and member_id = :author and made_at > :since
             and state in ('waiting', 'held', 'released')) as paid_to_pair,
         exists (select from acceptances c join rewards r on r.acceptance_id = c.id
                  where c.answer_id = :answer and c.withdrawn_at is null and r.refusal is null)
           as paid_already,
         count(*)::int as paid,
         coalesce(sum(amount_minor), 0)::bigint as earned,
         coalesce(sum(amount_minor)
           filter (where (made_at at time zone :timeZone)::date = :today::date), 0)::bigint
           as earned_today
    from rewards
   where member_id = :author and month = :month and state in ('waiting', 'held', 'released')`;
