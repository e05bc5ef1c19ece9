import type { Knex } from 'knex';
import { pino } from 'pino';

import { listenForReplies, type Where } from '#src/replies/listen.ts';
import type { MailReplyRow } from '#src/replies/rows.ts';
import type { Community } from './community.ts';
import { bring, type Brought } from './smtp-client.ts';

/** The domain to which replies come in tests. */
export const REPLY_DOMAIN = 'reply.goodline.test';

/** A community's inbox at a real socket of its own. */
export function anInbox(community: Community, { protocol = 'lmtp' }: Partial<Where> = {}) {
  let stop: () => Promise<void> = () => Promise.resolve();
  const inbox = {
    port: 0,
    bring: (mail: Brought) => bring(inbox.port, mail, protocol === 'lmtp' ? 'LHLO' : 'EHLO'),
    /** What became of what came in, the oldest first. */
    taken: (): Promise<MailReplyRow[]> => community.db('mail_replies').orderBy('id'),
    /** Another inbox over the same community, which has a database of its own. */
    over: (db: Knex) => open(community, protocol, db),
  };

  before(async () => {
    const listening = await open(community, protocol, community.db);
    inbox.port = listening.port;
    stop = listening.stop;
  });
  after(() => stop());
  return inbox;
}

const open = ({ perform, now, replying }: Community, protocol: Where['protocol'], db: Knex) =>
  listenForReplies(
    { host: '127.0.0.1', port: 0, protocol, domain: REPLY_DOMAIN },
    { ...replying, db, perform, now, log: pino({ level: 'silent' }) },
  );
