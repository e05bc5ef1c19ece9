import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import { holdPost, postFactsOf } from '../forum/held-post.ts';
import { PERSONAL_KINDS } from '../trust/personal-data/kind-words.ts';
import { postOf } from '../trust/personal-data/settle-finding.ts';
import type { Work } from '../work.ts';
import { listed } from './listed.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/**
 * Tells whoever wrote a post what kinds of details readers don't see in it: which post, and never
 * the details themselves. Found by our check, or decided by one of us, who can be appealed against.
 */
export async function tellOfMask(
  work: Work,
  { findingIds }: Events['personal data masked'],
): Promise<void> {
  const findings = await work.trx('personal_data_findings').whereIn('id', findingIds).orderBy('id');
  const [first] = findings;
  assert(first, 'something was found');
  const held = await holdPost(work, postOf(first));
  const { siteUrl } = work.operator;
  const { kind, question } = held;
  const decided = first.decided_by === null ? 'found' : 'decided';
  const details = listed(findings.map((one) => PERSONAL_KINDS[one.kind]));
  const where = `your ${kind} in “${question.title}”`;
  await tell(work, {
    ...{ kind: 'masked', memberId: postFactsOf(held).authorId },
    about: { questionId: question.id },
    dedupeKey: `masked.${findingIds.join('-')}.${decided}.${work.at.toISOString()}`,
    subject: `Something in your ${kind} is hidden from readers`,
    text:
      first.decided_by === null
        ? `Our check found what looks like ${details} in ${where}. Readers see a mask in its ` +
          'place. Somebody from our team looks at it and decides; you need do nothing.'
        : `Somebody from our team has looked at ${where}: readers see a mask in the place of ` +
          `${details}. Nothing else of yours has changed. If you think this is wrong, you can ` +
          `appeal for six months, and somebody else decides: ${siteUrl}/appeals`,
    button: { label: `See your ${kind}`, url: questionUrl(work.operator, question) },
  });
}
