import type { AnswerRow, QuestionRow } from '../../../forum/rows.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { answerPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';

/** Saying that an answer no longer works. */
export type OutdatedPage = { title: string; written: Html; form: Form; back: string };

export function outdatedPage(
  { answer, question }: { answer: AnswerRow; question: QuestionRow },
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): OutdatedPage {
  const blank = {
    action: `/a/${String(answer.id)}/outdated`,
    submit: 'It no longer works',
    fields: [
      {
        ...({ name: 'note', label: 'What has changed?', kind: 'long', optional: true } as const),
        hint: 'Our team reads it.',
      },
    ],
  };
  return {
    title: 'Does it no longer work?',
    written: storedHtml(answer.body_html),
    form: form(blank, errors, typed),
    back: answerPath(question, answer.id),
  };
}
