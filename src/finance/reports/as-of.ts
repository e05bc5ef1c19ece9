import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import { foldFamilies, type PatternBalance, type TrialBalance } from '../books/trial-balance.ts';

/** What a member is owed, in minor units: being checked, theirs, on its way to them. */
export type Owed = { pending: bigint; available: bigint; inTransit: bigint };

/** What all members were owed at an instant, and how many held something of each kind. */
export type Liability = Owed & { members: bigint; holders: Owed };

/** A member and what they were owed. */
export type OwedMember = Owed & { id: MemberId; name: string };

export type AsOf = { trialBalance: TrialBalance; liability: Liability };

/**
 * The trial balance of an instant, and what members were owed at it: of every transfer recorded at
 * it or before, whatever date it is booked under. What was recorded later is not in it.
 */
export async function readAsOf(db: Knex, at: Date): Promise<AsOf> {
  const { rows } = await db.raw<{ rows: (PatternBalance & { members: bigint })[] }>(
    `with sides as (
       select debit_account_id as account_id, amount_minor as net
         from ledger_transfers where recorded_at <= :at
       union all
       select credit_account_id, -amount_minor from ledger_transfers where recorded_at <= :at),
     nets as (select account_id, sum(net) as net from sides group by account_id),
     held as materialized (
       select code, gl_code, net from nets join ledger_accounts on id = account_id
        where net <> 0)
     select regexp_replace(code, '^member:[0-9]+:', 'member:%:') as pattern, gl_code,
            count(*) as accounts,
            sum(greatest(net, 0))::bigint as debit, sum(greatest(-net, 0))::bigint as credit,
            (select count(distinct split_part(code, ':', 2)) from held where code like 'member:%')
              as members
       from held
      group by 1, 2 order by gl_code, 1`,
    { at },
  );
  const trialBalance = foldFamilies(rows);
  return { trialBalance, liability: { ...owedIn(trialBalance), members: rows[0]?.members ?? 0n } };
}

function owedIn({ rows }: TrialBalance): Omit<Liability, 'members'> {
  const of = (id: string) => rows.find(({ family }) => family.id === id);
  const amount = (id: string) => (of(id)?.credit ?? 0n) - (of(id)?.debit ?? 0n);
  const holders = (id: string) => of(id)?.accounts ?? 0n;
  return {
    ...{ pending: amount('checking'), available: amount('balances') },
    inTransit: amount('in-transit'),
    holders: {
      ...{ pending: holders('checking'), available: holders('balances') },
      inTransit: holders('in-transit'),
    },
  };
}

export type OwedPage = { members: OwedMember[]; next: MemberId | undefined };

/** Members who were owed something at an instant, in the order of their numbers. */
export async function readOwedMembers(
  db: Knex,
  at: Date,
  { after = 0 as MemberId, limit = 50 }: { after?: MemberId | undefined; limit?: number } = {},
): Promise<OwedPage> {
  const { rows } = await db.raw<{ rows: OwedMember[] }>(
    `select m.id, m.name, held.*
       from members m cross join lateral (${HELD_BY_MEMBER}) as held
      where m.id > :after and (pending, available, "inTransit") <> (0, 0, 0)
      order by m.id limit :limit`,
    { at, after, limit: limit + 1 },
  );
  const members = rows.slice(0, limit);
  return { members, next: rows.length > limit ? members.at(-1)?.id : undefined };
}

/** What one member was owed at an instant. */
export async function readOwedAsOf(db: Knex, id: MemberId, at: Date): Promise<Owed> {
  const { rows } = await db.raw<{ rows: [Owed] }>(
    `select held.* from (select :id::int as id) as m cross join lateral (${HELD_BY_MEMBER}) as held`,
    { id, at },
  );
  return rows[0];
}

const sumOf = (bucket: string) =>
  `coalesce(sum(amount) filter (where bucket = '${bucket}'), 0)::bigint`;

const BUCKETS = [
  ['pending', 'pending'],
  ['available', 'available'],
  ['inTransit', 'in-transit'],
] as const;

/** By the partial indexes of members' accounts; `m.id` is the member. */
const HELD_BY_MEMBER = `
  select ${BUCKETS.map(([name, bucket]) => `${sumOf(bucket)} as "${name}"`).join(', ')}
    from unnest(array['pending', 'available', 'in-transit']) as bucket
    join ledger_accounts a on a.code = 'member:' || m.id || ':' || bucket
    join lateral (
      select t.amount_minor as amount from ledger_transfers t
       where t.credit_account_id = a.id and t.credit_after is not null and t.recorded_at <= :at
      union all
      select -t.amount_minor from ledger_transfers t
       where t.debit_account_id = a.id and t.debit_after is not null and t.recorded_at <= :at
    ) as sides on true`;
