import type { Knex } from 'knex';

import type { MailRow } from './rows.ts';

/** Hands a mail to the outside world; a rejection means it was not taken and is tried again. */
export type Transport = (mail: MailRow) => Promise<void>;

/** What sending needs: no unit of work, because nothing in one may touch the network. */
export type Post = { db: Knex; transport: Transport; now: () => Date };

/**
 * Sends one mail of the outbox, if it still waits. The row is held while it is handed over, so
 * that two workers never send it twice; where the process dies in between, it is sent again.
 */
export async function sendMail({ db, transport, now }: Post, mailId: number): Promise<void> {
  await db.transaction(async (trx) => {
    const mail = await trx('mails')
      .where({ id: mailId as MailRow['id'], sent_at: null, cancelled_at: null })
      .forUpdate()
      .skipLocked()
      .first();
    if (!mail) return;
    await transport(mail);
    await trx('mails').where({ id: mail.id }).update({ sent_at: now() });
  });
}
