import assert from 'node:assert/strict';

import type { MemberRow } from '../../members/rows.ts';
import type { TopicRow } from '../../forum/rows.ts';
import type { Wait } from '../../forum/waits/read-wait.ts';
import type { CasePromiseRow } from '../../handoff/rows.ts';
import { form, type DrawnField, type Field } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { promiseWords } from '../handoff/promise-words.ts';
import { keyFor } from '../handoff/request-key.ts';
import type { Html } from '../html.ts';
import type { ErrorSummary } from '../look/notes.ts';
import { ASK_TIPS } from './asides.ts';
import type { DraftButton, OtherDraft } from './drafts/draft-form.ts';
import { pictureField, type Editor } from './editor.ts';
import { errorSummary } from './error-summary.ts';
import type { PersonalNotice } from './personal-notice.ts';
import { waitWords } from './wait-words.ts';
import type { SimilarPanel } from './similar-panel.ts';

/** The form for a question. */
export type AskPage = {
  title: string;
  summary: ErrorSummary;
  question: DrawnField;
  /** Undefined where nothing was looked for yet: the form does it as it is sent. */
  similar: SimilarPanel | undefined;
  fields: readonly DrawnField[];
  /** Names the sending, should it go to our team alone; a visitor's page is the same for all. */
  key: string | undefined;
  editor: Editor;
  preview: { title: string; body: Html } | undefined;
  personal: PersonalNotice | undefined;
  /** How soon somebody answers, in a sentence. */
  wait: string;
  /** Another text that the member saved for this form. */
  other: OtherDraft | undefined;
  tips: readonly string[];
};

type Writing = {
  typed: Typed;
  errors?: FieldErrors | undefined;
  preview?: AskPage['preview'];
  similar: SimilarPanel | undefined;
  /** Whether it was not posted because others may have asked the same. */
  isStep?: boolean | undefined;
  personal?: PersonalNotice | undefined;
  viewer: MemberRow | undefined;
  wait: Wait;
  draft: DraftButton | undefined;
  other?: OtherDraft | undefined;
  promise: CasePromiseRow;
  /** The site's name, for the name of our team. */
  team: string;
};

export function askPage(
  topics: readonly TopicRow[],
  { typed, errors = {}, draft, other, wait, viewer, ...writing }: Writing,
): AskPage {
  const { preview, personal, similar, isStep, promise, team } = writing;
  const submit = isStep ? 'None of these: post my question' : 'Post question';
  const blank = { action: '/ask', submit, fields: fieldsFor(topics, { promise, team, similar }) };
  const chosen = { ...typed, topic: similar?.topic?.slug ?? typed.topic ?? '' };
  const [question, ...fields] = form(blank, errors, chosen).fields;
  assert(question, 'the form begins with the question');
  return {
    title: 'Ask a question',
    summary: errorSummary(errors),
    ...{ question, similar, fields },
    key: viewer && !personal ? keyFor(typed) : undefined,
    editor: {
      label: 'What’s happening?',
      quiet: false,
      hint: viewer
        ? 'We’ll email you when someone answers.'
        : 'Sign in to post. We’ll keep what you’ve written.',
      placeholder: '',
      value: typed.body ?? '',
      ...{ error: errors.body, max: 20_000, tools: true },
      preview: '/ask/preview',
      pictures: pictureField('/ask', viewer, { errors, typed }),
      thread: viewer && '',
      ...{ submit, draft },
    },
    other,
    wait: waitWords(wait),
    ...{ preview, personal },
    tips: ASK_TIPS,
  };
}

const fieldsFor = (
  topics: readonly TopicRow[],
  { promise, team, similar }: Pick<Writing, 'promise' | 'team' | 'similar'>,
): Field[] => [
  { name: 'title', label: 'Your question', hint: 'One sentence, as you’d say it to a friend.' },
  {
    ...{ name: 'topic', label: 'Topic', kind: 'select' },
    hint: similar?.topic?.hint ?? 'So that whoever knows about it sees it.',
    options: [
      { value: '', label: 'Choose one' },
      ...topics.map(({ slug, name }) => ({ value: slug, label: name })),
    ],
  },
  {
    ...{ name: 'private', label: 'Who can see this', kind: 'choices' },
    options: [
      { value: '', label: 'Everyone', hint: 'Fastest, and it helps the next person.' },
      { value: '1', label: `Only the ${team} team`, hint: promiseWords(promise) },
    ],
  },
];
