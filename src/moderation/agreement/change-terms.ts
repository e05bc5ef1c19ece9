import { actingAdmin } from '../../members/acting-admin.ts';
import type { Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { AgreementTermRow } from '../rows.ts';

type Terms = Pick<AgreementTermRow, 'double_share' | 'known_every' | 'seed' | 'reason'>;

/** An admin says how much is judged twice and how often a known item is mixed in, from now on. */
export async function changeTerms(work: Work, terms: Terms): Promise<void> {
  const admin = actingAdmin(work);
  const [changed] = await work
    .trx('agreement_terms')
    .insert({ ...terms, changed_by: admin.id, changed_at: work.at })
    .returning('id');
  await logAct(work, {
    ...{ act: 'agreement-terms-changed', subject: `terms:${String(changed?.id)}` },
    reason: terms.reason,
  });
}
