import { createHash } from 'node:crypto';

import type { Knex } from 'knex';

import type { ReplyTo } from '../notices/reply-address.ts';
import type { Work } from '../work.ts';
import type { ReadMail } from './mime/read-mail.ts';
import type { MailReplyRow } from './rows.ts';

/** A reply that came in, by the name under which it is taken once. */
export type Reply = Pick<ReplyTo, 'member' | 'target'> & { key: string };

/** What became of a reply; nobody is told unless it says so. */
export type Became = Pick<MailReplyRow, 'became'> & { why?: string; told?: boolean };

/** Somebody else has taken the same message: what this work did is undone. */
export class Redelivered extends Error {}

/**
 * The name of a message at an address: its Message-ID, or where it has none all that it says. It
 * is spelled as a UUID, which is what the sendings of private conversations are named by.
 */
export function keyOf({ head }: ReadMail, raw: Buffer, { member, target }: ReplyTo): string {
  const [id] = head.get('message-id') ?? [];
  const hash = createHash('sha256').update(`${String(member.id)} ${JSON.stringify(target)}\n`);
  const hex = hash.update(id === undefined || id === '' ? raw : id).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)]
    .concat(hex.slice(20, 32))
    .join('-');
}

/** Whether that message was taken before. */
export const wasTaken = async (db: Knex, message_key: string): Promise<boolean> =>
  (await db('mail_replies').where({ message_key }).first('id')) !== undefined;

/** Writes down what became of a reply; Redelivered where that was done before, or meanwhile. */
export async function noteReply(
  work: Work,
  { key, member, target }: Reply,
  { became, why, told = false }: Became,
): Promise<void> {
  const [row] = await work
    .trx('mail_replies')
    .insert({
      ...{ message_key: key, member_id: member.id, ...targetColumns(target) },
      ...{ became, why: why ?? null, told, received_at: work.at },
    })
    .onConflict('message_key')
    .ignore()
    .returning('id');
  if (!row) throw new Redelivered();
}

/** Whether the member was told within the hour that a reply to the same thing was not posted. */
export async function wasToldLately(work: Work, { member, target }: Reply): Promise<boolean> {
  const since = new Date(work.at.getTime() - HOUR);
  const earlier = await work
    .trx('mail_replies')
    .where({ member_id: member.id, told: true, ...targetColumns(target) })
    .where('received_at', '>', since)
    .first('id');
  return earlier !== undefined;
}

/** How many replies of a member came in within the last ten minutes. */
export async function countLately(db: Knex, member: ReplyTo['member'], at: Date): Promise<number> {
  const [row] = await db('mail_replies')
    .where({ member_id: member.id })
    .where('received_at', '>', new Date(at.getTime() - HOUR / 6))
    .count<{ count: bigint }[]>('id');
  return Number(row?.count ?? 0);
}

/** Milliseconds. */
const HOUR = 3_600_000;

const targetColumns = (target: ReplyTo['target']) => ({
  question_id: 'question' in target ? target.question : null,
  answer_id: 'answer' in target ? target.answer : null,
  case_id: 'case' in target ? target.case : null,
});
