import type { ReportRef } from '../../../moderation/reports/subject.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Html } from '../../html.ts';
import { GROUNDS } from './report-words.ts';

/** The form to report a post or a profile. */
export type ReportPage = {
  title: string;
  author: string;
  written: Html | undefined;
  form: Form;
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
  return {
    ...{ title: `Report this ${kind}`, author, written, back },
    form: form(
      {
        ...{ action: path, submit: 'Send the report' },
        fields: [
          {
            ...{ name: 'ground', label: 'What is wrong with it', kind: 'choices' },
            options: Object.entries(GROUNDS).map(([value, label]) => ({ value, label })),
          },
          {
            ...{ name: 'note', label: 'Anything we should know', kind: 'long', optional: true },
            hint: 'Only our team reads it.',
          },
        ],
      },
      errors,
      typed,
    ),
  };
}
