import type { Knex } from 'knex';

import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import type { Month } from '../../ledger/dates.ts';
import type { LedgerTransferRow } from '../../ledger/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { VerdictRow } from '../../moderation/rows.ts';
import type { RewardRow, RuleSetRow } from '../../rewards/rows.ts';

/** What a member holds, in minor units: being checked, and theirs. */
export type Holding = { checking: bigint; balance: bigint };

/** Where a line leads: the answer it is about; the title is null once the question was taken down. */
export type About = {
  question_id: QuestionId;
  slug: string;
  answer_id: AnswerId;
  title: string | null;
};

type Event = LedgerTransferRow['event'];

/** A transfer as it touches a member's two accounts, with what is needed to say why. */
export type Movement = Holding & {
  at: Date;
  date: string;
  /** Of movements at the same instant. */
  order: number;
  id: LedgerTransferRow['id'];
  seq: bigint | null;
  event: Event;
  /** The event that a reversal undid. */
  undid: Event | null;
  /** The event that ended the wait of what was set aside. */
  ended_by: Event | null;
  was_undone: boolean;
  /** The reward's own reason, of its latest change. */
  because: RewardRow['because'];
  fault: VerdictRow['reason'];
  about: About | null;
  /** The number of the rules that decided it; null where no rules did. */
  rules: RuleSetRow['number'];
};

/** A reward that no transfer stands for: refused, waiting for a budget, or ended while it waited. */
export type Unposted = Holding &
  Pick<Movement, 'at' | 'order' | 'seq' | 'about' | 'because' | 'fault' | 'rules'> &
  Pick<RewardRow, 'refusal' | 'state' | 'month' | 'currency'> &
  Pick<RuleSetRow, 'pair_limit' | 'pair_days' | 'monthly_cap_minor' | 'daily_cap_minor'>;

/** What a member held before a month's first day, and whatever moved in it, by the dates booked. */
export type Moved = { opening: Holding; movements: Movement[] };

/**
 * What touched a member's two accounts in a month, in the order of the dates it is booked under.
 * What came before is only added up: a page costs what its month holds, however long the history.
 */
export async function readMovements(
  db: Knex,
  bound: { first: string; before: string; checking: string; balance: string },
): Promise<Moved> {
  const { rows } = await db.raw<{ rows: [Row, ...Row[]] }>(MOVED, bound);
  const [{ opening_checking: checking, opening_balance: balance }] = rows;
  const movements = rows.filter((row): row is Row & Movement => row.id !== null);
  return { opening: { checking, balance }, movements };
}

/** At least one, for what was held before; without an id where nothing has moved since. */
type Row = { opening_checking: bigint; opening_balance: bigint; id: Movement['id'] | null };

/** Rewards of a month of the operator's calendar that have moved nothing. */
export async function readUnposted(
  db: Knex,
  memberId: MemberId,
  month: Month,
): Promise<Unposted[]> {
  const { rows } = await db.raw<{ rows: Unposted[] }>(
    `select 0::bigint as checking, 0::bigint as balance, r.made_at as at, r.id as order,
            null as seq, r.refusal, r.state, r.because, r.month, r.currency, rules.pair_limit,
            rules.pair_days, rules.monthly_cap_minor, rules.daily_cap_minor,
            rules.number as rules, fault.reason as fault, ${ABOUT} as about
       from rewards r
       join rule_sets rules on rules.id = r.rule_set_id
       join acceptances a on a.id = r.acceptance_id
       join questions q on q.id = a.question_id
       left join lateral (${FAULT}) as fault on true
      where r.member_id = :memberId and r.month = :month and r.funded_at is null`,
    { memberId, month },
  );
  return rows;
}

const FAULT = `
  select v.reason from audits au join verdicts v on v.audit_id = au.id
   where au.acceptance_id = a.id and v.verdict = 'fail' and v.undone_at is null
   order by v.id desc limit 1`;

/** Where a transfer leads, as JSON: needs its acceptance `a` and the question `q`. */
export const ABOUT = `
  case when a.id is not null then json_build_object('question_id', a.question_id, 'slug', q.slug,
    'answer_id', a.answer_id, 'title', case when q.removed_at is null then q.title end) end`;

const SUMS = `
  coalesce(sum(change) filter (where is_checking), 0)::bigint as checking,
  coalesce(sum(change) filter (where not is_checking), 0)::bigint as balance`;

const MOVED = `
  with own as (
    select id, code = :checking as is_checking from ledger_accounts
     where code in (:checking, :balance)),
  sides as (
    select t.id, t.effective_date, is_checking, -t.amount_minor as change
      from own join ledger_transfers t
        on t.debit_account_id = own.id and t.debit_after is not null
       and t.effective_date < :before
    union all
    select t.id, t.effective_date, is_checking, t.amount_minor
      from own join ledger_transfers t
        on t.credit_account_id = own.id and t.credit_after is not null
       and t.effective_date < :before),
  opening as (select ${SUMS} from sides where effective_date < :first),
  moved as (select id, ${SUMS} from sides where effective_date >= :first group by id)
  select opening.checking as opening_checking, opening.balance as opening_balance, line.*
    from opening left join lateral (
      select moved.checking, moved.balance, t.recorded_at as at, t.effective_date as date,
             (row_number() over (order by t.id))::int as order, t.id, j.seq, t.event,
             reversed.event as undid, ending.event as ended_by,
             exists (select from ledger_transfers x where x.reverses = t.id) as was_undone,
             r.because, fault.reason as fault, rules.number as rules, ${ABOUT} as about
        from moved
        join ledger_transfers t using (id)
        left join ledger_journal j on j.transfer_id = t.id
        left join ledger_transfers reversed on reversed.id = t.reverses
        left join ledger_transfers ending on ending.settles = t.id
        left join acceptances a
          on a.id = case when t.ref like 'acceptance:%' then split_part(t.ref, ':', 2)::int end
        left join rewards r on r.acceptance_id = a.id
        left join rule_sets rules on rules.id = r.rule_set_id
        left join questions q on q.id = a.question_id
        left join lateral (${FAULT}) as fault on true) as line on true
   order by line.date, line.id`;
