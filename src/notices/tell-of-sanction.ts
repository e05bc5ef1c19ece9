import assert from 'node:assert/strict';

import type { Events } from '../events.ts';
import type { SanctionRow } from '../moderation/rows.ts';
import { findSanction } from '../moderation/sanctions/sanction.ts';
import type { Operator, Work } from '../work.ts';
import { tell } from './tell.ts';

/** Tells a member that they are sanctioned: what it means, why, until when, and how to appeal. */
export async function tellOfSanction(
  work: Work,
  { sanctionId, memberId }: Events['member sanctioned'],
): Promise<void> {
  const sanction = await findSanction(work.trx, sanctionId);
  assert(sanction, 'a sanction that was imposed');
  const { kind, label, body, note, until } = sanction;
  const end = until === null ? '' : `\n\nIt ends on ${dayOf(until, work.operator)} by itself.`;
  await tell(work, {
    ...{ kind: 'sanctioned', memberId },
    dedupeKey: `sanction.${String(sanctionId)}`,
    subject: SUBJECTS[kind],
    text:
      `${MEANS[kind]}\n\n${label}. ${body}${note === '' ? '' : `\n\n${note}`}${end}\n\n` +
      'If you think this is wrong, you can appeal for six months, and somebody else decides.',
    button: { label: 'See where you stand', url: `${work.operator.siteUrl}/me/standing` },
  });
}

/** Tells a member that a sanction is over, unless an appeal has ended it and says so itself. */
export async function tellOfSanctionEnd(
  work: Work,
  { sanctionId, memberId, how }: Events['sanction ended'],
): Promise<void> {
  if (how === 'overturned') return;
  const sanction = await findSanction(work.trx, sanctionId);
  if (!sanction || sanction.kind === 'warning') return;
  await tell(work, {
    ...{ kind: 'sanction-ended', memberId },
    dedupeKey: `sanction.${String(sanctionId)}.ended`,
    subject: how === 'lifted' ? 'We’ve ended it early' : 'It’s over',
    text:
      'What kept you from posting or earning has ended. ' +
      'What you had earned before and was waiting goes on as usual. Welcome back.',
    button: { label: 'See where you stand', url: `${work.operator.siteUrl}/me/standing` },
  });
}

type Kind = SanctionRow['kind'];

const SUBJECTS: Record<Kind, string> = {
  warning: 'A warning from our team',
  limited: 'Your account is limited for a while',
  suspended: 'Your account is suspended for a while',
  closed: 'Your account is closed',
};

const MEANS: Record<Kind, string> = {
  warning: 'This is a warning. Nothing else changes for you.',
  limited: 'For a while your posts wait until our team has read them, and you earn nothing.',
  suspended: 'For a while you can read here and not write, and you earn nothing.',
  closed: 'You can read here, and not write or earn any more.',
};

const dayOf = (until: Date, { timeZone }: Operator) =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, day: 'numeric', month: 'long', year: 'numeric' },
  }).format(new Date(until.getTime() - 1));
