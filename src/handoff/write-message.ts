import type { Markdown } from '../forum/markdown.ts';
import { isStaff } from '../forum/permissions.ts';
import { Invalid } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { CaseId, CaseMessageRow } from './rows.ts';

/** How long a message can be, in characters. */
export const MESSAGE_LENGTH = 20_000;

/** What somebody writes in private; `key` names the sending, so that it is sent once. */
export type Writing = { body: string; key: string };

/** Turns what was written into what its readers see: nothing is masked between the two. */
export type Drawing = Pick<Markdown, 'render'>;

/** Puts a message into a held case. Nothing if that very sending is in it already. */
export async function writeMessage(
  work: Work,
  markdown: Drawing,
  { id, member_id }: { id: CaseId; member_id: CaseMessageRow['author_id'] },
  { body, key }: Writing,
): Promise<CaseMessageRow | undefined> {
  const author = actingMember(work);
  if (body.trim() === '') throw new Invalid({ body: 'Write your message first.' });
  const [message] = await work
    .trx('case_messages')
    .insert({
      ...{ case_id: id, author_id: author.id, request_key: key, sent_at: work.at },
      ...{ by_staff: isStaff(author) && author.id !== member_id },
      ...{ body, body_html: markdown.render(body) },
    })
    .onConflict(['author_id', 'request_key'])
    .ignore()
    .returning('*');
  if (message) {
    await work.record('case message written', { caseId: id, messageId: message.id });
  }
  return message;
}

/** What the acting member has sent already under that key. */
export const findSent = (work: Work, key: string): Promise<CaseMessageRow | undefined> =>
  work
    .trx('case_messages')
    .where({ author_id: actingMember(work).id, request_key: key })
    .first();
