import type { Knex } from 'knex';

import type { MemberRow } from '../../../members/rows.ts';
import { isLimited, isSuspended, isWarned } from '../../../members/standing.ts';
import type { Suspended } from '../../../members/writing-member.ts';
import { isInForce, readSanctions } from '../../../moderation/sanctions/sanction.ts';
import type { Formats } from '../../format.ts';
import type { Note } from '../../look/notes.ts';
import type { RefusalPage } from '../../refusal-page.ts';

type Needs = { db: Knex; formats: Pick<Formats, 'longDay'>; now: () => Date };

/** Why somebody may only read, until when, and how to appeal, in place of the plain refusal. */
export async function explainSuspension(
  { db, formats, now }: Needs,
  member: MemberRow,
  { message, until }: Suspended,
  page: RefusalPage,
): Promise<RefusalPage> {
  const sanctions = await readSanctions(db, member.id);
  const why = sanctions.find(
    (one) => ['suspended', 'closed'].includes(one.kind) && isInForce(one, now()),
  );
  const end = until === null ? '' : ` It ends after ${formats.longDay(lastOf(until))}.`;
  const appeal = why && { href: `/appeals/new?of=sanction:${String(why.id)}`, label: 'Appeal' };
  return {
    ...page,
    message: `${message}${end}${why ? ` The reason: ${why.label}. ${why.note}` : ''}`.trim(),
    actions: [
      { href: '/me/standing', label: 'See where you stand', primary: true },
      ...(appeal ? [appeal] : []),
      { href: '/ask?private=1', label: 'Ask our team privately' },
    ],
  };
}

/** What every page says to a member who is sanctioned, or has a warning to read. */
export function standingBanner(
  member: MemberRow,
  at: Date,
  { longDay }: Pick<Formats, 'longDay'>,
): Note | undefined {
  const link = { href: '/me/standing', label: 'See why, and how to appeal.' };
  if (isSuspended(member, at)) {
    const { closed_at, suspended_until } = member;
    const end = closed_at === null && suspended_until ? longDay(lastOf(suspended_until)) : '';
    const lead = closed_at ? 'Your account is closed.' : `Your account is suspended until ${end}.`;
    return { kind: 'warn', lead, text: 'You can read, and not write or earn. ', link };
  }
  if (isLimited(member, at) && member.limited_until) {
    const lead = `Your account is limited until ${longDay(lastOf(member.limited_until))}.`;
    return { kind: 'warn', lead, text: 'Your posts wait for our team, and earn nothing. ', link };
  }
  if (!isWarned(member, at)) return undefined;
  return { kind: 'warn', lead: 'You have a warning from our team.', link };
}

/** The last day, of an instant just after its end. */
const lastOf = (until: Date) => new Date(until.getTime() - 1);
