import assert from 'node:assert/strict';

import type { ReportRef } from '../../../moderation/reports/subject.ts';
import { type DrawnField, type Field, form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Html } from '../../html.ts';
import { GROUNDS } from './report-words.ts';

/** The form to report a post or a profile: choosing what is wrong with it sends it. */
export type ReportPage = {
  title: string;
  author: string;
  written: Html | undefined;
  form: Pick<Form, 'action' | 'errors'>;
  note: DrawnField;
  grounds: DrawnField;
  back: string;
};

/** What is to be reported, as its form shows it. */
export type Reported = { author: string; written: Html | undefined; back: string; path: string };

export function reportPage(
  ref: ReportRef,
  { author, written, back, path }: Reported,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): ReportPage {
  const kind = Object.keys(ref)[0] ?? 'post';
  const blank = { action: path, submit: 'Send the report', fields: [NOTE, WRONG] };
  const drawn = form(blank, errors, typed);
  const [note, grounds] = drawn.fields;
  assert(note && grounds, 'a report has two fields');
  return {
    ...{ title: `Report this ${kind}`, author, written, back },
    ...{ form: drawn, note, grounds },
  };
}

const NOTE: Field = {
  ...{ name: 'note', label: 'Anything we should know', kind: 'long', optional: true },
  hint: 'Only our team reads it.',
};

const WRONG: Field = {
  ...{ name: 'ground', label: 'What is wrong with it', kind: 'choices' },
  options: Object.entries(GROUNDS).map(([value, label]) => ({ value, label })),
};
