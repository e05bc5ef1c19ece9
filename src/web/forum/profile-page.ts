import type { KnownTopic } from '../../forum/experts/find-experts.ts';
import type { Helped } from '../../forum/list-helped.ts';
import { isStaff } from '../../forum/permissions.ts';
import type { ListedAnswer } from '../../forum/profile.ts';
import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { ListedGuide } from '../../guides/read-guides.ts';
import { guideLink, type GuideLink } from '../guides/guide-link.ts';
import { levelCard, type LevelCard } from '../levels/level-card.ts';
import { powersOf } from '../levels/level-words.ts';
import type { LevelTerms } from '../levels/read-level-terms.ts';
import type { Progress } from '../../moderation/audits/level-progress.ts';
import { profilePath } from './paths.ts';
import { profileHead, type Profile, type ProfileHead } from './profile-head.ts';
import {
  answerRow,
  helpedRow,
  knownRow,
  type AnswerRow,
  type HelpedRow,
  type KnownRow,
} from './profile-rows.ts';
import { questionListRow, type QuestionListRow } from './question-list-row.ts';
import { LEVELS } from './words.ts';

/** What everybody may know of a member; of their own level more, for their eyes alone. */
export type ProfilePage = {
  title: string;
  head: ProfileHead;
  bio: string;
  helped: readonly HelpedRow[];
  answers: readonly AnswerRow[];
  questions: readonly QuestionListRow[];
  knows: readonly KnownRow[];
  guides: readonly GuideLink[];
  /** Where the rest of each is listed, while there is more. */
  all: Record<'helped' | 'answers' | 'questions' | 'guides', string | undefined>;
  /** What their level lets them do; undefined for our team and on one's own page. */
  level: { name: string; powers: readonly string[] } | undefined;
  own: LevelCard | undefined;
};

/** What a profile is drawn from. */
export type ProfileReads = {
  helped: Page<Helped>;
  answers: Page<ListedAnswer>;
  questions: Page<ListedQuestion>;
  guides: Page<ListedGuide>;
  known: readonly KnownTopic[];
  terms: LevelTerms;
  /** Only their own reader has it. */
  progress: Progress | undefined;
};

export function profilePage(profile: Profile, bio: string, reads: ProfileReads): ProfilePage {
  const { member, blocked } = profile;
  const head = profileHead(profile);
  const { helped, answers, questions, guides, known } = reads;
  const all = (list: keyof ProfilePage['all']) =>
    reads[list].next === null ? undefined : `${profilePath(member.name)}/${list}`;
  return {
    ...{ title: member.name, head, bio },
    helped: helped.rows.map(helpedRow(blocked)),
    answers: answers.rows.map(answerRow),
    questions: questions.rows.map((question) => questionListRow(question, 0n)),
    knows: known.map(knownRow),
    guides: guides.rows.map(guideLink),
    all: {
      ...{ helped: all('helped'), answers: all('answers') },
      ...{ questions: all('questions'), guides: all('guides') },
    },
    ...levelOf(profile, head.mine, reads),
  };
}

function levelOf({ member }: Profile, mine: boolean, { terms, progress }: ProfileReads) {
  const { level } = member;
  if (isStaff(member)) return { level: undefined, own: undefined };
  if (mine) return { level: undefined, own: levelCard(level, progress, terms) };
  return { level: { name: LEVELS[level], powers: powersOf(level, terms) }, own: undefined };
}
