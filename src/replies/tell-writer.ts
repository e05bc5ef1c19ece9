import assert from 'node:assert/strict';

import { conversationUrl, answerUrl, questionUrl } from '../notices/thread-link.ts';
import { writeMail } from '../notices/write-mail.ts';
import type { Work } from '../work.ts';
import type { Reply } from './taken.ts';

/** Mails whoever replied that a look comes before readers. */
export const sayItWaits = (work: Work, reply: Reply): Promise<void> =>
  write(work, reply, {
    subject: 'Your reply waits for a look',
    text:
      'Thank you for your reply. Somebody from our team looks at it first, as at some posts of ' +
      'new members. We’ll tell you when everybody can read it.',
    label: 'Go to the question',
  });

/** Mails whoever replied why nothing was posted, and gives them back what they wrote. */
export const sayWhyNot = (work: Work, reply: Reply, why: string, words: string): Promise<void> =>
  write(work, reply, {
    subject: 'Your reply wasn’t posted',
    text: [
      ...[`Thank you for your reply. We couldn’t post it: ${why}`],
      ...(words === '' ? [] : ['This is what you wrote:', shortened(words)]),
    ].join('\n\n'),
    label: 'case' in reply.target ? 'Go to the conversation' : 'Write it on the site',
  });

type Said = { subject: string; text: string; label: string };

/** To the address that the member has verified, whatever address the reply came from. */
async function write(work: Work, reply: Reply, { subject, text, label }: Said): Promise<void> {
  const { id, email } = reply.member;
  assert(email, 'an address of ours is signed for that of its member');
  const { what, url } = await placeOf(work, reply);
  await writeMail(work, {
    ...{ kind: 'mailed-reply', memberId: id, to: email, dedupeKey: `mailed-reply.${reply.key}` },
    ...{ subject: what === undefined ? subject : `${subject}: ${what}`, text },
    button: { label, url },
  });
}

/** Where a reply was to go: the title, unless our team took it down, and the address. */
async function placeOf(
  { trx, operator }: Work,
  { member, target }: Reply,
): Promise<{ what: string | undefined; url: string }> {
  if ('case' in target) return { what: undefined, url: conversationUrl(operator, target.case) };
  const answer = 'answer' in target && (await trx('answers').where({ id: target.answer }).first());
  const id = 'question' in target ? target.question : answer ? answer.question_id : undefined;
  const question = id && (await trx('questions').where({ id }).first());
  assert(question, 'posts are never deleted');
  const isHidden = question.removed_at !== null && question.author_id !== member.id;
  const url = answer ? answerUrl(operator, question, answer.id) : questionUrl(operator, question);
  return { what: isHidden ? undefined : question.title, url };
}

/** A mail is no place for twenty thousand characters. */
const shortened = (words: string) => (words.length > 5_000 ? `${words.slice(0, 5_000)}…` : words);
