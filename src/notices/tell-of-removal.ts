import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { Work } from '../work.ts';
import { tell } from './tell.ts';
import { questionUrl } from './thread-link.ts';

/** Tells whoever wrote a post that our team took it down, and where the reason stands. */
export async function tellOfRemoval(
  work: Work,
  { questionId, answerId, commentId, authorId }: Events['post removed'],
): Promise<void> {
  const question = await work.trx('questions').where({ id: questionId }).first();
  assert(question, 'every post belongs to a question');
  const kind = commentId !== null ? 'comment' : answerId !== null ? 'answer' : 'question';
  await tell(work, {
    kind: 'removed',
    memberId: authorId,
    about: { questionId, answerId, commentId },
    dedupeKey: `removed.${kind}.${String(commentId ?? answerId ?? questionId)}.${work.at.toISOString()}`,
    subject: `We removed your ${kind}`,
    text:
      `Our team removed your ${kind} in “${question.title}”.\n\n` +
      'The reason stands where it was. Nothing else of yours has changed. ' +
      'If you think this is wrong, you can appeal for six months, and somebody else decides: ' +
      `${work.operator.siteUrl}/appeals`,
    button: { label: 'See why', url: questionUrl(work.operator, question) },
  });
}
