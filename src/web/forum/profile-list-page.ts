import type { GuideLink } from '../guides/guide-link.ts';
import type { Pager } from '../look/notes.ts';
import { profilePath, withQuery } from './paths.ts';
import { profileHead, type Profile, type ProfileHead } from './profile-head.ts';
import type { AnswerRow, HelpedRow } from './profile-rows.ts';
import type { QuestionListRow } from './question-list-row.ts';

/** All of one kind that a member has done, the newest first; the other kinds are empty. */
export type ProfileListPage = ProfileList & {
  title: string;
  head: ProfileHead;
  heading: string;
  /** Said where there is nothing. */
  empty: string;
  pager: Pager;
};

export type ProfileList = {
  helped: readonly HelpedRow[];
  answers: readonly AnswerRow[];
  questions: readonly QuestionListRow[];
  guides: readonly GuideLink[];
};

export type ListName = keyof ProfileList;

/** A stretch of one list, as rows to be drawn. */
export type Stretch = { rows: Partial<ProfileList>; next: string | null };

export function profileListPage(
  profile: Profile,
  { list, after }: { list: ListName; after: string | undefined },
  { rows, next }: Stretch,
): ProfileListPage {
  const { name } = profile.member;
  const path = `${profilePath(name)}/${list}`;
  const { title, heading, empty, older } = WORDS[list];
  return {
    ...{ title: title(name), head: profileHead(profile), heading, empty },
    ...{ helped: [], answers: [], questions: [], guides: [], ...rows },
    pager: {
      label: `More: ${heading}`,
      newer: after === undefined ? undefined : path,
      older: next === null ? undefined : withQuery(path, { after: next }),
      words: { newer: 'Back to the newest', older },
    },
  };
}

type Words = Record<'heading' | 'empty' | 'older', string> & { title: (name: string) => string };

const WORDS: Record<ListName, Words> = {
  helped: {
    title: (name) => `Whom ${name} helped`,
    heading: 'Questions they solved',
    ...{ empty: 'No accepted answers yet.', older: 'Earlier ones' },
  },
  answers: {
    title: (name) => `Answers by ${name}`,
    ...{ heading: 'Answers', empty: 'No answers yet.', older: 'Older answers' },
  },
  questions: {
    title: (name) => `Questions by ${name}`,
    ...{ heading: 'Questions', empty: 'No questions yet.', older: 'Older questions' },
  },
  guides: {
    title: (name) => `Guides that credit ${name}`,
    heading: 'Guides that credit them',
    ...{ empty: 'No guides yet.', older: 'Older guides' },
  },
};
