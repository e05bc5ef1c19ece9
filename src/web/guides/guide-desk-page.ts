import type { AnswerId, TopicId, TopicRow } from '../../forum/rows.ts';
import type { ListedGuide, ReadGuide } from '../../guides/read-guides.ts';
import { REVIEW_MONTHS } from '../../guides/review-after.ts';
import type { GuideRow } from '../../guides/rows.ts';
import { form, type Field, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { guideDeskPath, guidePath } from './guide-paths.ts';

/** Every guide, for our team. */
export type GuideDesk = { title: string; guides: readonly GuideLine[] };

type GuideLine = {
  href: string;
  title: string;
  topic: string;
  state: string;
  tone: 'ok' | 'warn' | '';
  checkedAt: Date;
  reviewAt: Date;
};

/** Where a guide is written, checked and shown. */
export type KeepGuidePage = {
  title: string;
  lede: string;
  form: Form;
  /** Undefined for one that is not there yet. */
  acts:
    | {
        readHref: string;
        state: string;
        checkedAt: Date;
        reviewAt: Date;
        check: Form;
        stateAction: string;
        states: readonly { to: GuideRow['state']; label: string; primary: boolean }[];
      }
    | undefined;
};

type Needs = { topics: readonly TopicRow[]; now: Date; errors?: FieldErrors; typed?: Typed };

export const guideDeskList = (guides: readonly ListedGuide[], now: Date): GuideDesk => ({
  title: 'Guides we keep',
  guides: guides.map((guide) => ({
    ...{ href: guideDeskPath(guide), title: guide.title, topic: guide.topic.name },
    ...stateOf(guide, now),
    ...{ checkedAt: guide.checked_at, reviewAt: guide.review_at },
  })),
});

/** A guide that is begun with what readers see of an answer. */
export function newGuidePage(
  from: { answer: AnswerId; title: string; body: string; topic: TopicId },
  { topics, errors, typed }: Needs,
): KeepGuidePage {
  const fields = [...wordFields(topics, { ...from, credits: '' }), monthsField('Check it again')];
  const hidden = { answer: String(from.answer) };
  return {
    title: 'Make a guide of this answer',
    lede: 'Its author is credited. Only our team sees it until it is published.',
    form: form(
      { action: '/staff/guides', submit: 'Save the draft', fields, hidden },
      errors,
      typed,
    ),
    acts: undefined,
  };
}

export function keepGuidePage(read: ReadGuide, needs: Needs): KeepGuidePage {
  const { guide, credits, source } = read;
  const action = guideDeskPath(guide);
  const others = credits.filter(({ id }, at) => (source ? id !== source.author : at > 0));
  const words = {
    ...guide,
    topic: guide.topic_id,
    credits: others.map(({ name }) => name).join('\n'),
  };
  const reason: Field = { name: 'reason', label: 'What you changed, and why', value: '' };
  const fields = [...wordFields(needs.topics, words), reason];
  const hidden = { version: String(guide.version) };
  return {
    title: `Guide: ${guide.title}`,
    lede: 'What readers see stays in its history, with your name and the reason.',
    form: form(
      { action, submit: 'Save', fields, hidden, primary: guide.state === 'published' },
      ...[needs.errors, withoutVersion(needs.typed)],
    ),
    acts: {
      ...{ readHref: guidePath(guide), state: stateOf(guide, needs.now).state },
      ...{ checkedAt: guide.checked_at, reviewAt: guide.review_at },
      check: form({
        ...{ action: `${action}/check`, submit: 'It is right', id: 'check', primary: false },
        fields: [monthsField('And again')],
      }),
      ...{ stateAction: `${action}/state`, states: STATES[guide.state] },
    },
  };
}

/** A refused form is drawn again with the version that it now stands against. */
const withoutVersion = (typed: Typed = {}): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name !== 'version'));

const wordFields = (
  topics: readonly TopicRow[],
  { title, body, topic, credits }: { title: string; body: string; topic: TopicId; credits: string },
): Field[] => [
  { name: 'title', label: 'Title', value: title },
  {
    ...({ name: 'topic', label: 'Topic', kind: 'select', value: String(topic) } as const),
    options: topics.map(({ id, name }) => ({ value: String(id), label: name })),
  },
  { name: 'body', label: 'Guide', kind: 'long', value: body },
  {
    ...({ name: 'credits', label: 'Also thanks to', kind: 'long', optional: true } as const),
    ...{ hint: 'Names of members, one on each line.', value: credits },
  },
];

const monthsField = (label: string): Field => ({
  ...({ name: 'months', label, kind: 'select', value: String(REVIEW_MONTHS) } as const),
  options: [
    { value: '1', label: 'In a month' },
    { value: '3', label: 'In three months' },
    { value: '6', label: 'In six months' },
    { value: '12', label: 'In a year' },
  ],
});

function stateOf({ state, review_at }: Pick<GuideRow, 'state' | 'review_at'>, now: Date) {
  if (state === 'published' && review_at <= now)
    return { state: 'Check is due', tone: 'warn' } as const;
  const [words, tone] = STATE_WORDS[state];
  return { state: words, tone };
}

const STATE_WORDS = {
  draft: ['Draft', ''],
  published: ['Published', 'ok'],
  archived: ['Put away', ''],
} as const;

const STATES = {
  draft: [
    { to: 'published', label: 'Publish it', primary: true },
    { to: 'archived', label: 'Put it away', primary: false },
  ],
  published: [
    { to: 'draft', label: 'Take it back to a draft', primary: false },
    { to: 'archived', label: 'Put it away', primary: false },
  ],
  archived: [{ to: 'draft', label: 'Back to a draft', primary: false }],
} as const;
