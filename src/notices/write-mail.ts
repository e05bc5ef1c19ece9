import type { Work } from '../work.ts';
import type { Mail } from './mail.ts';
import { mailHtml, mailText } from './mail-body.ts';
import type { MailId } from './rows.ts';

/**
 * Puts a mail in the outbox in the transaction of what it tells, and leaves the sending to a job.
 * Undefined if it was written before.
 */
export async function writeMail(work: Work, mail: Mail): Promise<MailId | undefined> {
  const send_after = mail.sendAfter ?? work.at;
  const [written] = await work
    .trx('mails')
    .insert({
      ...{ dedupe_key: mail.dedupeKey, member_id: mail.memberId, kind: mail.kind },
      ...{ to_address: mail.to, subject: mail.subject.replaceAll(/\s+/g, ' ') },
      ...{ text_body: mailText(work.operator, mail), html_body: mailHtml(work.operator, mail) },
      ...{ written_at: work.at, send_after, off_url: mail.foot?.off?.url ?? null },
      reply_to: mail.reply?.address ?? null,
    })
    .onConflict('dedupe_key')
    .ignore()
    .returning('id');
  if (written) await work.enqueue('send-mail', { mailId: written.id }, { runAt: send_after });
  return written?.id;
}

/** Takes back a mail that has not been sent yet. */
export async function cancelMail(work: Work, dedupeKey: string): Promise<void> {
  await work
    .trx('mails')
    .where({ dedupe_key: dedupeKey, sent_at: null })
    .update({ cancelled_at: work.at });
}
