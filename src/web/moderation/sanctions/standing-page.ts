import type { MemberRow } from '../../../members/rows.ts';
import { isWarned } from '../../../members/standing.ts';
import { isInTime } from '../../../moderation/appeals/deadline.ts';
import { isInForce, type Sanction } from '../../../moderation/sanctions/sanction.ts';
import type { Formats } from '../../format.ts';
import type { CaseRow } from '../case-list.ts';
import { KIND_MEANS, KIND_NAMES } from './sanction-words.ts';

/** Where a member stands: what is in force, what was, and how to appeal. */
export type StandingPage = {
  title: string;
  lede: string;
  /** Whether a warning is still shown on every page. */
  unread: boolean;
  rows: readonly (CaseRow & { appeal: string | undefined })[];
};

type Around = { at: Date; timeZone: string; formats: Pick<Formats, 'longDay'> };

export function standingPage(
  member: MemberRow,
  sanctions: readonly Sanction[],
  around: Around,
): StandingPage {
  const { at } = around;
  const inForce = sanctions.filter((one) => isInForce(one, at));
  return {
    title: 'Where you stand',
    lede:
      inForce.length === 0
        ? 'Nothing stands against you. Thank you for keeping to the house rules.'
        : 'Each of these ends by itself on its day, unless it says otherwise.',
    unread: isWarned(member, at),
    rows: sanctions.map((one) => row(one, around)),
  };
}

function row(sanction: Sanction, around: Around): StandingPage['rows'][number] {
  const { id, kind, label, body, note, imposed_at, overturned } = sanction;
  const now = isInForce(sanction, around.at);
  const decided = { decided_at: imposed_at };
  const mayStill = !overturned && isInTime(decided, around.at, around.timeZone);
  return {
    title: `${KIND_NAMES[kind]}: ${label}`,
    ...{ href: undefined, at: imposed_at, chip: chipOf(sanction, now) },
    lines: [
      body,
      ...(note === '' ? [] : [note]),
      ...(now ? [KIND_MEANS[kind]] : []),
      endOf(sanction, around),
    ],
    appeal: mayStill ? `/appeals/new?of=sanction:${String(id)}` : undefined,
  };
}

function chipOf({ overturned, kind }: Sanction, now: boolean): CaseRow['chip'] {
  if (overturned) return { label: 'Overturned', tone: 'ok' };
  if (!now) return { label: 'Over', tone: '' };
  return { label: 'In force', tone: kind === 'warning' ? 'warn' : 'bad' };
}

/** When and how it ended or ends. */
export function endOf(
  { end, until, overturned }: Sanction,
  { at, formats }: Pick<Around, 'at' | 'formats'>,
): string {
  if (overturned) return 'An appeal has overturned it: it counts for nothing.';
  if (end?.how === 'lifted')
    return `Ended early on ${formats.longDay(end.ended_at)}: ${end.because}`;
  if (until === null) return 'It has no end.';
  const last = formats.longDay(new Date(until.getTime() - 1));
  return until > at ? `It ends after ${last}.` : `It ended after ${last}.`;
}
