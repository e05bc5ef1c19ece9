import { maySuggestSame } from '../../forum/permissions.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { Needs } from '../../moderation/audits/level-progress.ts';
import { mayIllustrateAnswers } from '../../pictures/note-uses.ts';
import type { LevelTerms } from './read-level-terms.ts';

type Level = MemberRow['level'];

/** What members of a level may do, each a sentence that the rules in force make true. */
export function powersOf(level: Level, { limits, shares }: LevelTerms): string[] {
  const { links, per_hour, per_day, pictures_per_post: pictures } = limits[level];
  const where = mayIllustrateAnswers({ level }) ? 'questions and answers' : 'a question';
  return [
    `Post up to ${String(per_hour)} times an hour and ${String(per_day)} times a day.`,
    `Put up to ${many(links, 'link')} in a post, and ${many(pictures, 'picture')} in ${where}.`,
    checked(shares[level]),
    ...(maySuggestSame({ role: 'member', level }) ? [SUGGEST] : []),
    ...(level === 'steward' ? [STEWARDS] : []),
  ];
}

/** How a level is reached. */
export function wayTo(level: Level, needs: Record<Exclude<Level, 'newcomer'>, Needs>): string {
  if (level === 'newcomer') return 'Everybody who joins starts here.';
  const { passed, percent, of } = needs[level];
  const share = of === 'none' ? '' : `, and at least ${String(percent)} in 100 of ${WHICH[of]}`;
  const how = level === 'steward' ? ' Then our team may send an invitation.' : '';
  return `${String(passed)} accepted answers that passed a check${share}.${how}`;
}

const WHICH = { last: 'the last 50 that were checked', all: 'all that were checked' } as const;

const SUGGEST = 'Say that two questions ask the same, so that our team puts them together.';

const STEWARDS =
  'Give a first opinion on other people’s accepted answers, in topics agreed with our team.';

const checked = (share: number) =>
  share >= 100
    ? 'Every accepted answer that is paid is checked.'
    : `About ${String(share)} in 100 accepted answers that are paid are checked.`;

const many = (count: number, what: string) =>
  count === 1 ? `1 ${what}` : `${String(count)} ${what}s`;
