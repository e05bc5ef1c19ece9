import type { Knex } from 'knex';

import type { MailId } from './rows.ts';
import { sendMail, type Outcome, type Post } from './send-mail.ts';

type Needs = Post & { db: Knex; now: () => Date };

/**
 * Sends what is due, the longest due first, until nothing is or the mail server cannot be reached:
 * a dead server costs one attempt, however many mails wait for it.
 */
export async function sendWaitingMails({ db, now, ...post }: Needs): Promise<void> {
  for (;;) {
    const mails = await waiting(db, now());
    if (mails.length === 0) return;
    for (const id of mails) if ((await sendMail(post, id)) === 'unreachable') return;
  }
}

/** Sends one mail that was just written, unless the server could not be reached a moment ago. */
export async function sendNewMail({ db, now, ...post }: Needs, id: MailId): Promise<Outcome> {
  const since = new Date(now().getTime() - 60_000);
  const dead = await db('mails')
    .where('unreachable_at', '>', since)
    .whereNull('sent_at')
    .first('id');
  return dead ? 'nothing' : sendMail(post, id);
}

const waiting = (db: Knex, at: Date): Promise<MailId[]> =>
  db('mails')
    .where({ sent_at: null, cancelled_at: null, refused_at: null })
    .where('send_after', '<=', at)
    .where((free) => {
      void free.whereNull('claimed_until').orWhere('claimed_until', '<=', at);
    })
    .orderBy([{ column: 'send_after' }, { column: 'id' }])
    .limit(100)
    .pluck('id');
