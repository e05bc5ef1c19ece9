import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells whoever appealed what somebody else has decided, and why. */
export async function tellOfAppeal(
  work: Work,
  { appealId, decision }: Events['appeal decided'],
): Promise<void> {
  const appeal = await work.trx('appeals').where({ id: appealId }).first();
  assert(appeal, 'an appeal that was decided');
  const outcome =
    decision === 'overturned'
      ? 'Somebody who had no part in the decision has looked at it again and overturned it. ' +
        'Everything is as it was before, with what you had earned.'
      : 'Somebody who had no part in the decision has looked at it again, and it stands.';
  await tell(work, {
    ...{ kind: 'appeal-decided', memberId: appeal.member_id },
    dedupeKey: `appeal.${String(appealId)}`,
    subject: decision === 'overturned' ? 'You were right to appeal' : 'About your appeal',
    text: `${outcome}\n\n${appeal.reason}`,
    button: { label: 'See your appeals', url: `${work.operator.siteUrl}/appeals` },
  });
}
