import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';

/** A calendar year of the operator's, as its entries are dated. "2026". */
export type Year = `${number}`;

/**
 * What became of a member's balance in a year, in minor units; what is on its way to them counts
 * as theirs until it has arrived. Opening and earned and adjusted, less the others, is closing.
 */
export type AnnualTotals = { opening: bigint; closing: bigint } & Flows;

type Flows = {
  /** Released: what was only being checked is not in it. */
  earned: bigint;
  takenBack: bigint;
  /** Kept from rewards for what had been taken back beyond the balance. */
  repaid: bigint;
  paidOut: bigint;
  expired: bigint;
  /** Everything else, with its sign. */
  adjusted: bigint;
};

export type MemberTotals = AnnualTotals & { id: MemberId; name: string };

export type TotalsPage = { members: MemberTotals[]; next: MemberId | undefined };

/** How far to look: to a number of the journal, or as far as there is anything. */
export type Through = bigint | null;

type PageOf = { after?: MemberId | undefined; limit?: number; through?: Through };

/** Members with something to tell of in a year, in the order of their numbers. */
export async function readAnnualTotals(
  db: Knex,
  year: Year,
  { after = 0 as MemberId, limit = 50, through = null }: PageOf = {},
): Promise<TotalsPage> {
  const { rows } = await db.raw<{ rows: MemberTotals[] }>(
    `select m.id, m.name, ${COLUMNS.join(', ')}
       from members m cross join lateral (${OF_YEAR}) as totals
      where m.id > :after and (moves > 0 or opening <> 0)
      order by m.id limit :limit`,
    { ...spanOf(year), through, after, limit: limit + 1 },
  );
  const members = rows.slice(0, limit);
  return { members, next: rows.length > limit ? members.at(-1)?.id : undefined };
}

/** The sums of all members' totals of a year, and how many members they are. */
export async function sumAnnualTotals(
  db: Knex,
  year: Year,
  through: Through = null,
): Promise<AnnualTotals & { members: bigint }> {
  const sums = COLUMNS.map((name) => `coalesce(sum(${name}), 0)::bigint as ${name}`);
  const { rows } = await db.raw<{ rows: [AnnualTotals & { members: bigint }] }>(
    `select count(*) as members, ${sums.join(', ')}
       from (${OF_EVERYBODY}) as totals
      where moves > 0 or opening <> 0`,
    { ...spanOf(year), through },
  );
  return rows[0];
}

/** A member's years in which anything moved, the newest first; as of an instant if one is given. */
export async function readYearsOf(
  db: Knex,
  memberId: MemberId,
  { at = null }: { at?: Date | null } = {},
): Promise<(AnnualTotals & { year: Year })[]> {
  const { rows } = await db.raw<{ rows: (Flows & { year: Year; change: bigint })[] }>(
    `select to_char(s.effective_date, 'YYYY') as year, ${flows()},
            sum(s.change)::bigint as change
       from (select :memberId::int as id) m cross join lateral (${SIDES}) as s
      where :at::timestamptz is null or s.recorded_at <= :at
      group by 1 order by 1`,
    { memberId, at },
  );
  let opening = 0n;
  const years = rows.map(({ change, ...row }) => {
    const closing = opening + change;
    const totals = { ...row, opening, closing };
    opening = closing;
    return totals;
  });
  return years.reverse();
}

const spanOf = (year: Year) => ({
  first: `${year}-01-01`,
  before: `${String(Number(year) + 1).padStart(4, '0')}-01-01`,
});

/** What each flow is called in the ledger, whether it is shown with its sign; a reversal undoes it. */
const KINDS: Record<Exclude<keyof Flows, 'adjusted'>, { event: string; sign: '' | '-' }> = {
  earned: { event: 'reward.release', sign: '' },
  takenBack: { event: 'reward.clawback', sign: '-' },
  repaid: { event: 'reward.recovery', sign: '-' },
  paidOut: { event: 'payout.confirm', sign: '-' },
  expired: { event: 'credit.expire', sign: '-' },
};

const NAMED = Object.values(KINDS).map(({ event }) => `'${event}'`);

const COLUMNS = ['opening', ...Object.keys(KINDS), 'adjusted', 'closing'].map(
  (name) => `"${name}"`,
);

function flows(within = 'true'): string {
  const named = Object.entries(KINDS).map(
    ([name, { event, sign }]) =>
      `coalesce(sum(${sign}s.change) filter (where ${within} and s.kind = '${event}'), 0)::bigint
         as "${name}"`,
  );
  const rest = `s.kind not in (${NAMED.join(', ')})`;
  return [
    ...named,
    `coalesce(sum(s.change) filter (where ${within} and ${rest}), 0)::bigint as adjusted`,
  ].join(', ');
}

/** Whatever touched the two accounts of a member `m`, by their partial indexes. */
const SIDES = `
  select t.effective_date, t.recorded_at, t.id, sides.change,
         coalesce(reversed.event, t.event) as kind
    from unnest(array['available', 'in-transit']) as bucket
    join ledger_accounts a on a.code = 'member:' || m.id || ':' || bucket
    join lateral (
      select c.id, c.amount_minor as change from ledger_transfers c
       where c.credit_account_id = a.id and c.credit_after is not null
      union all
      select d.id, -d.amount_minor from ledger_transfers d
       where d.debit_account_id = a.id and d.debit_after is not null) as sides on true
    join ledger_transfers t on t.id = sides.id
    left join ledger_transfers reversed on reversed.id = t.reverses`;

const YEAR = `
  coalesce(sum(s.change) filter (where s.effective_date < :first), 0)::bigint as opening,
  ${flows('s.effective_date >= :first')},
  coalesce(sum(s.change), 0)::bigint as closing,
  count(*) filter (where s.effective_date >= :first) as moves`;

const WITHIN = `s.effective_date < :before and (:through::bigint is null or j.seq <= :through)`;

const OF_YEAR = `
  select ${YEAR}
    from (${SIDES}) as s left join ledger_journal j on j.transfer_id = s.id
   where ${WITHIN}`;

/** The same of all members at once, a line each: one pass over the transfers. */
const OF_EVERYBODY = `
  select ${YEAR}
    from (select sides.*, coalesce(reversed.event, sides.event) as kind
            from (select id, event, reverses, effective_date, credit_account_id as account_id,
                         amount_minor as change
                    from ledger_transfers where credit_after is not null
                  union all
                  select id, event, reverses, effective_date, debit_account_id, -amount_minor
                    from ledger_transfers where debit_after is not null) as sides
            left join ledger_transfers reversed on reversed.id = sides.reverses) as s
    join ledger_accounts a on a.id = s.account_id and a.code ~ ':(available|in-transit)$'
    left join ledger_journal j on j.transfer_id = s.id and :through::bigint is not null
   where ${WITHIN}
   group by split_part(a.code, ':', 2)`;
