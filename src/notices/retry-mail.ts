import { Conflict } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { MailId } from './rows.ts';

/** A mail that was given up is tried once more, as if it had never been: Conflict for any other. */
export async function retryMail(work: Work, id: MailId): Promise<void> {
  const [mail] = await work
    .trx('mails')
    .where({ id, cancelled_at: null, sent_at: null })
    .whereNotNull('refused_at')
    .update({ refused_at: null, attempts: 0, send_after: work.at, written_at: work.at })
    .returning('id');
  if (!mail) throw new Conflict('This mail isn’t given up, so it isn’t tried again.');
  await work.enqueue('send-mail', { mailId: id });
}
