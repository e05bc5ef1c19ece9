import type { Work } from '../work.ts';
import { dropMail, renewMail } from './renew-mail.ts';
import type { MailId, MailRow } from './rows.ts';

/**
 * A mail that is due, as it is to be handed over now by whoever calls; undefined if it is not
 * theirs to, or nothing of it is left to tell.
 */
export async function claimMail(work: Work, id: MailId): Promise<MailRow | undefined> {
  const mail = await work.trx('mails').where({ id }).forUpdate().first();
  if (!mail || !isDue(mail, work.at)) return undefined;
  const renewed = await renewMail(work, mail);
  if (!renewed) {
    await dropMail(work, mail);
    return undefined;
  }
  const claimed_until = new Date(work.at.getTime() + LEASE);
  const [claimed] = await work
    .trx('mails')
    .where({ id })
    .update({ ...renewed, claimed_until, attempts: mail.attempts + 1 })
    .returning('*');
  return claimed;
}

/**
 * Milliseconds: longer than a mail server can keep us waiting, so that a claim that has run out
 * means that whoever had it is gone.
 */
const LEASE = 10 * 60_000;

function isDue(mail: MailRow, at: Date): boolean {
  const { sent_at, cancelled_at, refused_at, claimed_until, send_after } = mail;
  const ended = sent_at ?? cancelled_at ?? refused_at;
  return !ended && send_after <= at && !(claimed_until && claimed_until > at);
}
