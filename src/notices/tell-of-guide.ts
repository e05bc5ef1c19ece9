import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells whoever a guide credits that readers can read it: each of them once. */
export async function tellOfGuide(work: Work, { guideId }: Events['guide shown']): Promise<void> {
  const guide = await work.trx('guides').where({ id: guideId }).first();
  assert(guide, 'it is shown');
  const credited = await work
    .trx('guide_credits')
    .where({ guide_id: guideId })
    .orderBy('member_id');
  for (const { member_id: memberId } of credited) {
    await tell(work, {
      ...{ kind: 'guide-credit', memberId },
      dedupeKey: `guide-credit.${String(guideId)}.${String(memberId)}`,
      subject: `What you wrote is a guide now: ${guide.title}`,
      text:
        `Our team has made a guide of what you wrote: “${guide.title}”. It carries your name, ` +
        'and anybody with the same problem finds it first. Nothing about your rewards changes.',
      button: { label: 'Read the guide', url: `${work.operator.siteUrl}/guides/${guide.slug}` },
    });
  }
}
