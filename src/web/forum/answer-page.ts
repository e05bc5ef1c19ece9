import type { NewerAnswer } from '../../forum/answered-meanwhile.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import type { CannedPicker } from '../canned/picker.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { Html } from '../html.ts';
import type { ErrorSummary } from '../look/notes.ts';
import { questionPath } from './paths.ts';
import { answerEditor } from './question-page.ts';
import type { Crumb } from './crumbs.ts';
import type { DraftButton, OtherDraft } from './drafts/draft-form.ts';
import type { Editor } from './editor.ts';
import { errorSummary } from './error-summary.ts';
import { newerAnswers, type NewerAnswers } from './newer-answers.ts';
import type { PersonalNotice } from './personal-notice.ts';
import { storedHtml } from './stored-html.ts';

/** An answer or a comment on its way: what it will look like, or what is wrong with it. */
export type AnswerPage = {
  title: string;
  crumbs: readonly Crumb[];
  question: { title: string; body: Html };
  summary: ErrorSummary;
  /** What others answered meanwhile, where that is why it was not posted. */
  newer: NewerAnswers | undefined;
  /** Another text that the member saved for it. */
  other: OtherDraft | undefined;
  /** The newest answer that its writer has seen; undefined for what is no answer. */
  latest: string | undefined;
  preview: Html | undefined;
  personal: PersonalNotice | undefined;
  action: string;
  editor: Editor;
  /** For our team alone. */
  canned: CannedPicker | undefined;
};

export type Writing = {
  typed: Typed;
  errors?: FieldErrors;
  preview?: Html;
  newer?: readonly NewerAnswer[] | undefined;
  latest?: string | undefined;
  personal?: PersonalNotice | undefined;
  viewer: MemberRow | undefined;
  canned?: CannedPicker | undefined;
  draft?: DraftButton | undefined;
  other?: OtherDraft | undefined;
};

export function answerPage(
  question: QuestionRow,
  { typed, errors = {}, newer, latest, preview, personal, viewer, canned, ...kept }: Writing,
): AnswerPage {
  const action = `/q/${String(question.id)}/answers`;
  return {
    title: `Your answer to “${question.title}”`,
    crumbs: [
      { href: '/', label: 'Community' },
      { href: questionPath(question), label: question.title },
    ],
    question: { title: question.title, body: storedHtml(question.body_html) },
    summary: errorSummary(errors),
    ...{ latest, preview, personal, action, canned },
    other: kept.other,
    newer: newer && newerAnswers(newer),
    editor: {
      ...answerEditor(question, typed, { viewer, errors }),
      draft: kept.draft,
      ...(newer && { submit: 'Post mine anyway' }),
    },
  };
}

/** A comment that cannot be posted as it is. */
export function commentPage(
  question: QuestionRow,
  action: string,
  { typed, errors = {}, personal, viewer }: Omit<Writing, 'preview'>,
): AnswerPage {
  const page = answerPage(question, { typed, errors, personal, viewer });
  const words = { label: 'Your comment', submit: 'Post comment', placeholder: '' };
  const editor = {
    ...page.editor,
    ...words,
    hint: undefined,
    max: 2_000,
    preview: undefined,
    pictures: undefined,
  };
  return { ...page, title: `Your comment on “${question.title}”`, action, editor };
}
