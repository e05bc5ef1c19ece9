import type { Knex } from 'knex';

import { CLAWBACK_RECEIVABLE, memberIn, WRITE_OFF } from '../../ledger/accounts.ts';
import type { MemberId } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import { FAMILIES, familyOf } from '../books/accounts.ts';

/** Two account codes: money leaves the first, which is debited, and arrives at the second. */
export type Route = { from: string; to: string };

/** The operator's accounts that an adjustment may name, by code, in the order of the chart. */
export async function readOperatorAccounts(db: Knex): Promise<{ code: string; name: string }[]> {
  const funds = await db('ledger_accounts')
    .where('code', 'like', 'liability:charity:%')
    .orWhere('code', 'like', 'liability:sponsor:%')
    .orderBy('code')
    .select('code');
  const named = funds.map(({ code }) => ({ code, name: `${familyOf(code).name}: ${code}` }));
  return [...OWN.map(({ pattern, name }) => ({ code: pattern, name })), ...named];
}

/** Whether a route writes off what a member owes, or makes them owe it again. */
export const isWriteOff = (route: Route) =>
  Object.values(route).includes(WRITE_OFF) && Object.values(route).includes(CLAWBACK_RECEIVABLE);

/** Refuses what no adjustment may touch, end by end, in words for the form's fields. */
export async function checkRoute(db: Knex, route: Route): Promise<void> {
  const fields: Record<string, string> = {};
  for (const end of ['from', 'to'] as const) {
    const why = await whyNot(db, route[end], route);
    if (why !== undefined) fields[end] = why;
  }
  if (route.from === route.to) fields['to'] ??= 'Choose another account than it comes from.';
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}

const OWN = FAMILIES.filter(({ pattern }) => !pattern.includes('%'));

async function whyNot(db: Knex, code: string, route: Route): Promise<string | undefined> {
  const member = memberIn(code);
  if (member?.bucket === 'pending') return 'Credit that is being checked moves by its check alone.';
  if (member?.bucket === 'in-transit')
    return 'A payout on its way is settled by what becomes of it.';
  if (member) return whyNotMember(db, member.memberId as MemberId);
  if (code === CLAWBACK_RECEIVABLE && !isWriteOff(route))
    return 'What a member owes is only written off.';
  const known = await readOperatorAccounts(db);
  return known.some((account) => account.code === code) ? undefined : 'There is no such account.';
}

async function whyNotMember(db: Knex, id: MemberId): Promise<string | undefined> {
  const member = await db('members').where({ id }).first('role');
  if (!member) return 'There is no such member.';
  return member.role === 'member' ? undefined : 'Staff never hold credit.';
}
