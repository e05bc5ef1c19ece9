import type { Wallet } from '../../finance/statement/wallet.ts';
import { isStaff } from '../../forum/permissions.ts';
import type { ListedQuestion, Page } from '../../forum/question-list.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { nothingAsked } from '../look/empty.ts';
import { byline, type Byline } from './byline.ts';
import type { CouldAnswer, Doing, PaidAnswer } from './home-reads.ts';
import { answerPath, questionPath, withQuery } from './paths.ts';
import { questionList } from './question-list-page.ts';
import type { QuestionList } from './question-list-row.ts';
import { plainText, shorten } from './stored-html.ts';
import { questionTabs, type Tabs } from './tabs.ts';
import { topicLink, type TopicLink } from './topics-page.ts';

/** The way in: a search, the newest questions, and what concerns the reader. */
export type HomePage = {
  title: string;
  hero: Hero;
  tabs: Tabs;
  list: QuestionList;
  /** Whether the reader has no account, as far as we know. */
  signedOut: boolean;
  month: MyMonth | undefined;
  /** What they may know the answer to, for whoever is signed in. */
  openOnes: readonly { href: string; title: string }[];
  /** What an answer to one of them would earn this reader, in minor units. */
  worth: bigint | undefined;
  doing: { answered: string; checked: number } | undefined;
};

export type Hero = {
  tagline: string;
  topics: readonly TopicLink[];
  /** A real question that was solved, where there is one. */
  solved: SolvedCase | undefined;
};

type SolvedCase = {
  asker: Byline;
  askedAt: Date;
  question: string;
  author: Byline;
  answeredAt: Date;
  answer: string;
  href: string;
  amount: bigint;
  currency: string;
};

/** What a member has earned this month, in minor units. */
export type MyMonth = Pick<Wallet, 'month' | 'earned' | 'cap'> & { checking: bigint };

export type HomeReads = {
  viewer: MemberRow | undefined;
  tagline: string;
  topics: readonly TopicRow[];
  latest: Page<ListedQuestion>;
  pinned: readonly ListedQuestion[];
  couldAnswer: readonly CouldAnswer[];
  wallet: Wallet | undefined;
  solved: PaidAnswer | undefined;
  doing: Doing;
  worth: bigint;
};

export function homePage(reads: HomeReads): HomePage {
  const { viewer, wallet, worth, latest: page, pinned } = reads;
  return {
    title: 'Help from people on the same network',
    hero: hero(reads),
    tabs: questionTabs('latest'),
    list: questionList({ page, after: undefined, worth, pinned }, nothingAsked, (after) =>
      withQuery('/questions', { tab: 'latest', after }),
    ),
    signedOut: viewer === undefined,
    month: wallet && { ...wallet, checking: wallet.checking.amount },
    openOnes: reads.couldAnswer.map((question) => ({
      ...{ href: questionPath(question), title: question.title },
    })),
    worth: viewer && isStaff(viewer) ? undefined : worth,
    doing: reads.doing.asked > 0 ? doing(reads.doing) : undefined,
  };
}

function hero({ tagline, topics, solved }: HomeReads): Hero {
  const popular = [...topics].sort((one, two) => two.question_count - one.question_count);
  return {
    tagline,
    topics: popular.slice(0, 5).map(topicLink),
    solved: solved && solvedCase(solved),
  };
}

const solvedCase = (answer: PaidAnswer): SolvedCase => ({
  asker: byline(answer.question.asker),
  askedAt: answer.question.asked_at,
  question: shorten(answer.question.title, 90),
  author: byline(answer.author),
  answeredAt: answer.answered_at,
  answer: shorten(plainText(answer.body_html), 130),
  href: answerPath(answer.question, answer.id),
  amount: answer.amount_minor,
  currency: answer.currency,
});

/** A share is only said of a hundred or more. */
function doing({ asked, answered, checked }: Doing): HomePage['doing'] {
  if (asked < 100) return { answered: `${String(answered)} of ${String(asked)}`, checked };
  return { answered: `${String(Math.floor((answered * 100) / asked))} in 100`, checked };
}
