import { findAskedAs } from '../forum/find-posts.ts';
import { isHeldBack } from '../forum/read-held.ts';
import type { Markdown } from '../forum/markdown.ts';
import { postComment } from '../forum/post-comment.ts';
import { replyAsMember } from '../handoff/reply.ts';
import type { Drawing } from '../handoff/write-message.ts';
import type { ReplyTarget } from '../notices/reply-address.ts';
import { visitThread } from '../notices/visit-thread.ts';
import type { Work } from '../work.ts';
import type { MailReplyRow } from './rows.ts';
import { noteReply, type Reply } from './taken.ts';
import { sayItWaits } from './tell-writer.ts';

/** How what is written is drawn: for everybody, masked; between a member and our team, as it is. */
export type Drawings = { markdown: Markdown; privateMarkdown: Drawing };

/**
 * Posts the words of a reply as the acting member, by the very commands of the site, and writes
 * down in the same work that it was: Redelivered where the same message was posted before.
 */
export async function postReply(
  work: Work,
  { markdown, privateMarkdown }: Drawings,
  { words, ...reply }: Reply & { words: string },
): Promise<MailReplyRow['became']> {
  const { key, target } = reply;
  if ('case' in target) {
    await replyAsMember(work, privateMarkdown, target.case, { body: words, key });
    await noteReply(work, reply, { became: 'message' });
    return 'message';
  }
  const comment = await postComment(work, markdown, {
    on: await placeOf(work, target),
    body: words,
  });
  await visitThread(work, comment.question_id);
  const held = await isHeldBack(work.trx, { comment: comment.id });
  const became = held ? 'held' : 'comment';
  await noteReply(work, reply, { became, told: held });
  if (held) await sayItWaits(work, reply);
  return became;
}

type Place = Exclude<ReplyTarget, { case: unknown }>;

/** What the mail was about, also where our team has made a question of that answer since. */
async function placeOf({ trx }: Work, target: Place): Promise<Place> {
  const asked = 'answer' in target ? await findAskedAs(trx, target.answer) : null;
  return asked === null ? target : { question: asked };
}
