import type { Knex } from 'knex';

import { Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { isFinance } from '../permissions.ts';
import type { ContactCostRow } from '../rows.ts';

/** A cost per contact of the contact centre, with whoever set it. */
export type ContactCost = Pick<
  ContactCostRow,
  'amount_minor' | 'currency' | 'reason' | 'set_at'
> & {
  setter: string;
};

/** Every cost per contact that was ever set, the one in force first; none until finance sets one. */
export async function readContactCosts(db: Knex): Promise<ContactCost[]> {
  const { rows } = await db.raw<{ rows: ContactCost[] }>(
    `select c.amount_minor, c.currency, c.reason, c.set_at, m.name as setter
       from contact_costs c join members m on m.id = c.set_by
      order by c.id desc limit 20`,
  );
  return rows;
}

/** Sets what a contact costs from now on, in minor units, and why; what was set before is kept. */
export async function setContactCost(
  work: Work,
  { amount, reason }: { amount: bigint; reason: string },
): Promise<void> {
  const actor = actingMember(work);
  if (!isFinance(actor)) throw new NotAllowed('Only finance can set what a contact costs.');
  if (amount <= 0n) throw new Invalid({ amount: 'Enter an amount above nothing.' });
  if ([...reason].length < 10) throw new Invalid({ reason: 'Say why in 10 characters or more.' });
  await work.trx('contact_costs').insert({
    ...{ amount_minor: amount, currency: work.operator.currency, reason },
    ...{ set_by: actor.id, set_at: work.at },
  });
}
