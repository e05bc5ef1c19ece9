import type { CurrentText } from '../../forum/edit-conflict.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { QuestionId } from '../../forum/rows.ts';
import type { MemberRow } from '../../members/rows.ts';
import { form, type DrawnField, type Field } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { Html } from '../html.ts';
import { wordDiff } from '../look/diff-html.ts';
import type { ErrorSummary } from '../look/notes.ts';
import type { Crumb } from './crumbs.ts';
import { pictureField, type Editor } from './editor.ts';
import { errorSummary } from './error-summary.ts';
import type { PersonalNotice } from './personal-notice.ts';

/** The form that gives a post a new version. */
export type EditPage = {
  title: string;
  crumbs: readonly Crumb[];
  action: string;
  summary: ErrorSummary;
  fields: readonly DrawnField[];
  version: string;
  conflict: Conflict | undefined;
  personal: PersonalNotice | undefined;
  preview: Html | undefined;
  editor: Editor;
};

/** Somebody else's edit came first: what it says now against what was typed. */
type Conflict = { message: string; title: Html | undefined; body: Html };

/** What is edited, as the form needs to know it. */
export type Edited = {
  kind: 'question' | 'answer';
  action: string;
  crumbs: readonly Crumb[];
  text: CurrentText;
  ref: PostRef;
  /** The question that it belongs to. */
  thread: QuestionId;
};

type Writing = {
  viewer: MemberRow | undefined;
  preview?: Html;
  typed?: Typed;
  errors?: FieldErrors;
  conflict?: { message: string; current: CurrentText };
  personal?: PersonalNotice | undefined;
};

/** The form as it stands, or with what was typed into it before. */
export function editPage(edited: Edited, writing: Writing): EditPage {
  const { typed, errors = {}, conflict, personal, preview, viewer } = writing;
  const { kind, text } = edited;
  const body = typed?.body ?? text.body;
  const version = conflict ? String(conflict.current.version) : typed?.version;
  const blank = { action: edited.action, submit: 'Save changes', fields: fieldsFor(text) };
  return {
    title: `Edit the ${kind}`,
    ...{ crumbs: edited.crumbs, action: edited.action },
    summary: errorSummary(errors),
    fields: form(blank, errors, typed).fields,
    version: version ?? String(text.version),
    conflict: conflict && differences(conflict, { body, title: typed?.title }),
    ...{ personal, preview },
    editor: {
      label: kind === 'question' ? 'What’s happening?' : 'The answer',
      quiet: false,
      hint: 'Earlier versions stay readable in the history.',
      placeholder: '',
      value: body,
      ...{ error: errors.body, max: 20_000, tools: true },
      preview: `${edited.action}/preview`,
      pictures: pictureField(edited.action, viewer, { errors, ...(typed && { typed }) }),
      thread: String(edited.thread),
      submit: 'Save changes',
    },
  };
}

const fieldsFor = ({ title }: CurrentText): Field[] => [
  ...(title === null ? [] : [{ name: 'title', label: 'The question', value: title }]),
  { name: 'reason', label: 'What you changed, and why', optional: true },
];

function differences(
  { message, current }: NonNullable<Writing['conflict']>,
  typed: { title: string | undefined; body: string },
): Conflict {
  const { title } = current;
  const typedTitle = typed.title ?? title;
  return {
    message,
    title: title === null || title === typedTitle ? undefined : wordDiff(title, typedTitle ?? ''),
    body: wordDiff(current.body, typed.body),
  };
}
