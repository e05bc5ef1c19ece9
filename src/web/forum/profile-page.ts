import { isStaff } from '../../forum/permissions.ts';
import type { ListedAnswer, ProfileFigures } from '../../forum/profile.ts';
import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { AnswerId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { mayReadFile } from '../../moderation/member-file/permissions.ts';
import { filePath } from '../moderation/member-file/file-path.ts';
import { maySanction } from '../../moderation/sanctions/permissions.ts';
import { sanctionsPath } from '../moderation/sanctions/sanctions-path.ts';
import type { Pager } from '../look/notes.ts';
import { answerPath, profilePath, withQuery } from './paths.ts';
import { questionListRow, type QuestionListRow } from './question-list-row.ts';
import { plainText, shorten } from './stored-html.ts';
import { LEVELS } from './words.ts';

/** What everybody may know of a member. */
export type ProfilePage = {
  title: string;
  head: ProfileHead;
  bio: string;
  answers: readonly AnswerRow[];
  questions: readonly QuestionListRow[];
  allAnswersHref: string | undefined;
};

/** All answers of a member. */
export type ProfileAnswersPage = {
  title: string;
  head: ProfileHead;
  answers: readonly AnswerRow[];
  pager: Pager;
};

export type ProfileHead = {
  name: string;
  href: string;
  staff: boolean;
  level: string;
  joinedAt: Date;
  figures: readonly { value: number; label: string }[];
  /** Whether it is the reader's own. */
  mine: boolean;
  /** What our team knows, for whoever may read it. */
  fileHref: string | undefined;
  /** What another member may do about them; undefined for their own page and for visitors. */
  about: { report: string; block: string; blocked: boolean } | undefined;
  /** Where staff read what they were sanctioned for. */
  sanctions: string | undefined;
};

/** An answer as a row of its author's. */
export type AnswerRow = {
  id: AnswerId;
  href: string;
  question: string;
  excerpt: string;
  at: Date;
  accepted: boolean;
  helped: number;
};

export type Profile = {
  member: MemberRow;
  figures: ProfileFigures;
  viewer: MemberRow | undefined;
  /** Whether the viewer has blocked them. */
  blocked: boolean;
};

export function profilePage(
  { bio, ...profile }: Profile & { bio: string },
  answers: Page<ListedAnswer>,
  questions: Page<ListedQuestion>,
): ProfilePage {
  const { member } = profile;
  return {
    title: member.name,
    head: profileHead(profile),
    bio,
    answers: answers.rows.map(answerRow),
    questions: questions.rows.map((question) => questionListRow(question, 0n)),
    allAnswersHref: answers.next === null ? undefined : `${profilePath(member.name)}/answers`,
  };
}

export function profileAnswersPage(
  profile: Profile,
  { rows, next }: Page<ListedAnswer>,
  after: string | undefined,
): ProfileAnswersPage {
  const path = `${profilePath(profile.member.name)}/answers`;
  return {
    title: `Answers by ${profile.member.name}`,
    head: profileHead(profile),
    answers: rows.map(answerRow),
    pager: {
      label: 'More answers',
      newer: after === undefined ? undefined : path,
      older: next === null ? undefined : withQuery(path, { after: next }),
      words: { newer: 'Back to the newest', older: 'Older answers' },
    },
  };
}

function profileHead({ member, figures, viewer, blocked }: Profile): ProfileHead {
  const { answers, accepted, alsoHelped, questions } = figures;
  return {
    name: member.name,
    href: profilePath(member.name),
    staff: isStaff(member),
    level: LEVELS[member.level],
    joinedAt: member.joined_at,
    figures: [
      { value: answers, label: answers === 1 ? 'answer' : 'answers' },
      { value: accepted, label: 'accepted' },
      { value: alsoHelped, label: 'times also helped' },
      { value: questions, label: questions === 1 ? 'question' : 'questions' },
    ],
    mine: viewer?.id === member.id,
    fileHref: viewer && mayReadFile(viewer, member) ? filePath(member) : undefined,
    about: viewer && viewer.id !== member.id ? aboutOf(member, blocked) : undefined,
    sanctions: viewer && maySanction(viewer, member) ? sanctionsPath(member.name) : undefined,
  };
}

const aboutOf = ({ id, name }: MemberRow, blocked: boolean) => ({
  ...{ report: `/report/u/${String(id)}`, block: `${profilePath(name)}/block`, blocked },
});

const answerRow = (answer: ListedAnswer): AnswerRow => ({
  id: answer.id,
  href: answerPath(answer.question, answer.id),
  question: answer.question.title,
  excerpt: shorten(plainText(answer.body_html), 180),
  at: answer.answered_at,
  accepted: answer.accepted,
  helped: answer.helped_count,
});
