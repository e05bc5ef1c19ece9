import type { Knex } from 'knex';

import type { MailRow } from '#src/notices/rows.ts';

/** Everything that was written to an address, the oldest first. */
export const mailsTo = (db: Knex, to: string | null): Promise<MailRow[]> =>
  db('mails')
    .where({ to_address: to ?? '' })
    .orderBy('id');

/** The path of the link in the latest mail to an address. */
export async function latestLink(db: Knex, to: string | null): Promise<string> {
  const mail = (await mailsTo(db, to)).at(-1);
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.text_body ?? '')?.[1];
  if (!link) throw new Error(`No link was sent to ${String(to)}`);
  return link;
}
