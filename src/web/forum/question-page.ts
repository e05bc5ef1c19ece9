import { isStaff, mayAnswer, mayPostIn } from '../../forum/permissions.ts';
import type { ListedGuide } from '../../guides/read-guides.ts';
import type { LiveState } from '../../forum/live/live-state.ts';
import type { Match } from '../../forum/similar/read-matches.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import type { Thread, ThreadAnswer, ThreadSort } from '../../forum/thread.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { CannedPicker } from '../canned/picker.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { guideLink, type GuideLink } from '../guides/guide-link.ts';
import { answerCard, type AnswerCard } from './answer-card.ts';
import type { Related } from './asides.ts';
import type { OtherDraft } from './drafts/draft-form.ts';
import { pictureField, type Editor } from './editor.ts';
import { liveCard, type AnsweringForm, type LiveCard } from './live/live-card.ts';
import { openingOf } from './opening.ts';
import { answeringPath, questionPath, withQuery } from './paths.ts';
import { questionCard, type QuestionCard } from './question-card.ts';
import type { Reader } from './reader.ts';
import type { Tabs } from './tabs.ts';

/** A question, what was said in reply, and what the reader may do about it. */
export type QuestionPage = {
  title: string;
  question: QuestionCard;
  answers: readonly AnswerCard[];
  /** Answers that can be read, which are not all that once stood there. */
  answerCount: number;
  /** Undefined where there is nothing to put in order. */
  sorts: Tabs | undefined;
  /** How far it is; undefined where it is solved, or not to be read. */
  live: LiveCard | undefined;
  /** Undefined where nobody can answer. */
  reply: Reply | undefined;
  /** In minor units. */
  worth: bigint;
  /** Guides that were made of answers to it. */
  guides: readonly GuideLink[];
} & Related;

/** Where an answer is written; `canned` for our team alone. */
type Reply = {
  heading: string;
  action: string;
  editor: Editor;
  /** The newest answer that this page shows, or 0: what comes after it is said before posting. */
  latest: number;
  /** Another text that the member saved for it. */
  other: OtherDraft | undefined;
  /** For members, while it is not solved. */
  answering: AnsweringForm | undefined;
  canned: CannedPicker | undefined;
};

/** The page of a question for one reader. */
export function questionPage(
  thread: Thread,
  sort: ThreadSort,
  reader: Reader,
  { matches, guides }: { matches: readonly Match[]; guides: readonly ListedGuide[] },
): QuestionPage {
  const { question } = thread;
  const answers = thread.answers.map((answer) => answerCard(thread, answer, reader));
  return {
    title: question.title,
    question: questionCard(thread, reader, openingOf(thread, answers)),
    answers,
    answerCount: question.answer_count,
    sorts: answers.length > 1 ? sorts(thread, sort) : undefined,
    live: isOpen(thread, reader) ? liveOf(thread, reader) : undefined,
    reply:
      mayAnswer(question) && mayPostIn(reader.viewer, question)
        ? replyForm(thread, reader)
        : undefined,
    worth: reader.worth,
    guides: guides.map(guideLink),
    related: matches.map((match) => ({
      ...{ href: questionPath(match), title: match.title, answers: match.answer_count },
      solved: match.state !== 'open',
    })),
  };
}

function sorts({ question }: Thread, current: ThreadSort): Tabs {
  const path = questionPath(question);
  return {
    label: 'Sort answers',
    links: [
      { href: path, label: 'Most helpful', current: current === 'best' },
      { href: withQuery(path, { sort: 'new' }), label: 'Newest', current: current === 'new' },
    ],
  };
}

/** Whether something may still move that its readers wait for. */
const isOpen = ({ question }: Thread, reader: Reader): reader is Reader & { live: LiveState } =>
  question.state === 'open' && reader.live !== undefined;

const liveOf = ({ question, answers }: Thread, reader: Reader & { live: LiveState }) =>
  liveCard(reader.live, {
    ...{ answers: question.answer_count, latest: newestOf(answers) },
    ...{ writing: reader.writing, wait: reader.wait },
  });

/** The newest answer that readers can see, or 0. */
const newestOf = (answers: readonly ThreadAnswer[]): number =>
  Math.max(0, ...answers.filter(({ removed_at }) => removed_at === null).map(({ id }) => id));

function replyForm(thread: Thread, reader: Reader): Reply {
  const { question, answers } = thread;
  const { viewer, restored, canned, writing } = reader;
  const action = `/q/${String(question.id)}/answers`;
  const heading = answers.length > 0 ? 'Know another way?' : 'Know the answer?';
  const typed = { body: [restored.typed.body, reader.quote].filter(Boolean).join('\n\n') };
  const editor = answerEditor(question, typed, { viewer });
  return {
    ...{ heading, action, canned, latest: newestOf(answers) },
    // Whoever only reads is sent no scripts.
    editor: { ...editor, tools: viewer !== undefined, draft: restored.button },
    other: restored.other,
    answering:
      viewer && isOpen(thread, reader) ? { action: answeringPath(question), writing } : undefined,
  };
}

/** The field for an answer, on the question's page and on its own. */
export function answerEditor(
  { id }: Pick<QuestionRow, 'id'>,
  typed: Typed,
  { viewer, errors = {} }: { viewer: MemberRow | undefined; errors?: FieldErrors },
): Editor {
  const action = `/q/${String(id)}/answers`;
  return {
    label: 'Your answer',
    quiet: true,
    hint: hintFor(viewer),
    placeholder: 'What worked for you? Steps in order help most.',
    value: typed.body ?? '',
    ...{ error: errors.body, max: 20_000, tools: true },
    preview: `${action}/preview`,
    pictures: pictureField(action, viewer, { errors, typed }),
    thread: viewer && String(id),
    submit: 'Post answer',
  };
}

function hintFor(viewer: MemberRow | undefined): string | undefined {
  if (!viewer) return 'Sign in to post. We’ll keep what you’ve written.';
  return isStaff(viewer) ? 'It is marked as our team’s.' : undefined;
}
