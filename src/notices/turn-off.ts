import type { Knex } from 'knex';

import type { MemberId } from '../members/rows.ts';
import { Gone } from '../refusals.ts';
import type { Work } from '../work.ts';
import { EVENTS, NOTICE_EVENTS, type NoticeEvent } from './events.ts';
import { listed } from './listed.ts';
import { keepWishes } from './preferences.ts';
import { readLink } from './signed-links.ts';

/** What the link under a mail turns off, and for whom. */
export type Off = { memberId: MemberId; events: NoticeEvent[] };

/** What a link turns off; Gone for one that we did not make. Looking changes nothing. */
export async function readOff(db: Knex, token: string): Promise<Off> {
  const claims = await readLink(db, 'off', token);
  if (claims === undefined) throw new Gone('This link isn’t one of ours, or it isn’t whole.');
  const [member, ...events] = claims.split(' ');
  const known = NOTICE_EVENTS.filter((event) => events.includes(event));
  return { memberId: Number(member) as MemberId, events: known };
}

/** No mails about these any more, in any topic; the list on the site stays as it is. */
export async function turnOff(work: Work, token: string): Promise<Off> {
  const off = await readOff(work.trx, token);
  await work
    .trx('notice_preferences')
    .where({ member_id: off.memberId, channel: 'email' })
    .whereIn('event', off.events)
    .whereNotNull('topic_id')
    .delete();
  const everywhere = { channel: 'email', topicId: null, choice: 'off' } as const;
  await keepWishes(
    ...[work, off.memberId],
    off.events.map((event) => ({ event, ...everywhere })),
  );
  await withdraw(work, off);
  return off;
}

/** What the mails of an event are about, as in "no more emails about …". */
export const wordsOf = ({ events }: Off): string =>
  listed(events.map((event) => EVENTS[event].about));

/** What waits to be sent of these is not, either. */
async function withdraw(work: Work, { memberId, events }: Off): Promise<void> {
  await work
    .trx('notices')
    .where({ member_id: memberId })
    .whereIn('event', events)
    .whereIn(
      'mail_id',
      work.trx('mails').where({ member_id: memberId, sent_at: null }).select('id'),
    )
    .update({ mail_id: null });
}
