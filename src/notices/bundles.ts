import assert from 'node:assert/strict';

import type { MemberRow } from '../members/rows.ts';
import type { Work } from '../work.ts';
import { afterQuiet, nextMorning, readQuiet, type Quiet } from './quiet-hours.ts';
import type { MailId, MailRow } from './rows.ts';

/** How a mail gathers notices: for ten minutes, or until the next morning. */
export type Bundle = NonNullable<MailRow['bundle']>;

/**
 * The mail of this sort that gathers what happens to a member from an instant on, made if there is
 * none; held so that it is not sent before this work ends. What it says is put together then.
 */
export async function findBundle(
  work: Work,
  member: MemberRow,
  { how, from }: { how: Bundle; from: Date },
): Promise<MailId> {
  const quiet = await readQuiet(work.trx, member.id, work.operator);
  let due = await dueOf(work, quiet, how, from);
  for (let tries = 0; tries < 3; tries += 1) {
    const mail = await holdBundle(work, member, { how, due });
    if (!isOver(mail)) return mail.id;
    due = await dueOf(work, quiet, how, due);
  }
  assert.fail('a mail whose time has not come gathers');
}

/** Whether a mail still gathers; held as above if it does. */
export async function isGathering(work: Work, id: MailId): Promise<boolean> {
  const mail = await work.trx('mails').where({ id }).forShare().first();
  return mail?.bundle !== null && mail !== undefined && !isOver(mail);
}

/** Slots of ten minutes rather than ten minutes from now, so that two at a moment find the same. */
async function dueOf({ trx }: Work, quiet: Quiet, how: Bundle, from: Date): Promise<Date> {
  if (how === 'daily') return nextMorning(trx, quiet, from);
  const next = new Date((Math.floor(from.getTime() / SLOT) + 1) * SLOT);
  return afterQuiet(trx, quiet, next);
}

/** Milliseconds. */
const SLOT = 10 * 60_000;

async function holdBundle(
  work: Work,
  member: MemberRow,
  { how, due }: { how: Bundle; due: Date },
): Promise<MailRow> {
  const dedupe_key = `${how}.${String(member.id)}.${due.toISOString()}`;
  const [made] = await work
    .trx('mails')
    .insert({
      ...{ dedupe_key, member_id: member.id, kind: 'digest', bundle: how },
      ...{ to_address: member.email ?? '', subject: 'What’s new for you' },
      ...{ text_body: '', html_body: '', written_at: work.at, send_after: due },
    })
    .onConflict('dedupe_key')
    .ignore()
    .returning('id');
  if (made) await work.enqueue('send-mail', { mailId: made.id }, { runAt: due });
  const mail = await work.trx('mails').where({ dedupe_key }).forShare().first();
  assert(mail, 'it was made or was there');
  return mail;
}

const isOver = ({ sent_at, cancelled_at, refused_at, attempts }: MailRow) =>
  attempts > 0 || (sent_at ?? cancelled_at ?? refused_at) !== null;
