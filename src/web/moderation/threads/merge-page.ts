import { THREAD_UNDO_DAYS } from '../../../forum/permissions.ts';
import type { Match } from '../../../forum/similar/read-matches.ts';
import type { PairMember } from '../../../forum/threads/read-pair.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import type { Choice } from '../../look/choice.ts';
import type { Note } from '../../look/notes.ts';

/** One question that is to go into another, or to come out of it again. */
export type MergePage = {
  title: string;
  errors: Form['errors'];
  /** The one that goes, and where it goes once that is chosen. */
  pair: readonly PairCard[];
  /** Where another is looked for; undefined once it is chosen. */
  choice: Choice | undefined;
  effect: Note | undefined;
  form: Form | undefined;
  /** The same the other way round. */
  swapHref: string | undefined;
  back: string;
};

export type PairCard = {
  lead: string;
  href: string;
  title: string;
  excerpt: string;
  asker: string;
  askedAt: Date;
  facts: string;
};

type Needs = { errors?: FieldErrors | undefined; typed?: Typed | undefined };

/** Which question is it? Those that most likely ask the same first. */
export function choosePage(
  source: PairMember,
  likely: readonly Match[],
  { typed = '', error }: { typed?: string | undefined; error?: string | undefined },
): MergePage {
  const action = mergePath(source);
  return {
    ...{ title: 'Merge this question', pair: [cardOf(source, 'This question')], errors: [] },
    choice: {
      ...{ title: 'Which question asks the same?', action, name: 'into', hidden: [], typed, error },
      submit: 'See what would happen',
      likely: likely.map(({ id, title, answer_count }) => ({
        ...{ href: `${action}?into=${String(id)}`, title, facts: answersOf({ answer_count }) },
      })),
    },
    ...{ effect: undefined, form: undefined, swapHref: undefined, back: questionPath(source) },
  };
}

/** What will happen, before it happens. */
export function previewPage(source: PairMember, target: PairMember, needs: Needs): MergePage {
  const drawn = form(merging(source, target), needs.errors, needs.typed);
  return {
    title: 'Merge these questions',
    pair: [cardOf(source, 'This one goes'), cardOf(target, 'Into this one')],
    ...{ choice: undefined, effect: effectOf(source, target), form: drawn, errors: drawn.errors },
    swapHref: `${mergePath(target)}?into=${String(source.id)}`,
    back: questionPath(source),
  };
}

/** It was merged: taking that back. */
export function undoPage(source: PairMember, target: PairMember, needs: Needs): MergePage {
  const drawn = form(undoing(source), needs.errors, needs.typed);
  return {
    title: 'Take these questions apart',
    pair: [cardOf(source, 'This one comes out'), cardOf(target, 'Of this one')],
    ...{ choice: undefined, effect: UNDONE, form: drawn, errors: drawn.errors },
    ...{ swapHref: undefined, back: questionPath(target) },
  };
}

const mergePath = ({ id }: Pick<PairMember, 'id'>) => `/q/${String(id)}/merge`;

const cardOf = (question: PairMember, lead: string): PairCard => ({
  ...{ lead, href: questionPath(question), title: question.title, excerpt: question.excerpt },
  ...{ asker: question.asker, askedAt: question.asked_at },
  facts: [
    question.topic,
    question.stands ? STATES[question.state] : 'Removed',
    answersOf(question),
    `${String(question.followers)} ${question.followers === 1 ? 'follows' : 'follow'} it`,
  ].join(' · '),
});

/** How far a question is, in words. */
export const STATES: Record<PairMember['state'], string> = {
  open: 'Not solved',
  solved: 'Solved',
  'no-single-answer': 'Solved, no single answer',
};

/** How many answers it has, in words. */
export const answersOf = ({ answer_count }: Pick<PairMember, 'answer_count'>) =>
  answer_count === 1 ? '1 answer' : `${String(answer_count)} answers`;

function effectOf(source: PairMember, target: PairMember): Note {
  const kept =
    source.accepted_author === null
      ? ''
      : `${source.asker} accepted ${source.accepted_author}’s answer: that stays, with its reward. `;
  const wrongWay = source.state === 'solved' && target.state === 'open';
  return {
    kind: 'warn',
    lead: wrongWay
      ? 'This one is solved and the other is not. Should it be the other way round?'
      : 'Its address leads to the other one, and its answers move there.',
    text:
      `${kept}Who follows it, has it too or voted for it does so there. ${source.asker}, ` +
      `${target.asker} and whoever follows it are told. You can take it back for ` +
      `${String(THREAD_UNDO_DAYS)} days.`,
  };
}

const UNDONE: Note = {
  kind: 'warn',
  lead: 'Each has its own answers, followers and votes again.',
  text: 'What was said at the other one since stays there. Both askers are told.',
};

const merging = (source: PairMember, target: PairMember): Parameters<typeof form>[0] => ({
  ...{ action: mergePath(source), submit: 'Merge them', hidden: { into: String(target.id) } },
  fields: [
    {
      ...{ name: 'reason', label: 'Why they are one', kind: 'long' },
      hint: 'It stays in our own log.',
    },
  ],
});

const undoing = (source: PairMember): Parameters<typeof form>[0] => ({
  ...{ action: `${mergePath(source)}/undo`, submit: 'Take them apart' },
  fields: [
    {
      ...{ name: 'reason', label: 'Why they are two', kind: 'long' },
      hint: 'It stays in our own log.',
    },
  ],
});
