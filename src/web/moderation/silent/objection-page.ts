import type { SilentCase } from '../../../moderation/silent/read-silent.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import { answerPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';

/** What our team accepted for an asker, for the asker to keep or to object to. */
export type ObjectionPage = ErrorSummary & {
  title: string;
  question: { title: string; href: string };
  author: string;
  written: Html;
  note: Note;
  /** Undefined once it is over. */
  form: Form | undefined;
};

type Needs = {
  formats: Formats;
  token: string | undefined;
  errors: FieldErrors | undefined;
  typed: Typed;
  now: Date;
};

export function objectionPage(found: SilentCase, needs: Needs): ObjectionPage {
  const { question, answer, author, silent } = found;
  const open = silent.outcome === null && silent.object_until > needs.now;
  const drawn = open ? askersForm(found, needs) : undefined;
  return {
    title: 'Did this fix it?',
    question: { title: question.title, href: answerPath(question, answer.id) },
    ...{ author, written: storedHtml(answer.body_html) },
    note: open ? openNote(found, needs) : ENDED[silent.outcome ?? 'unopposed'],
    form: drawn,
    errors: drawn?.errors ?? [],
  };
}

const openNote = ({ silent }: SilentCase, { formats }: Needs): Note => ({
  kind: 'info',
  lead: 'Our team has accepted this answer on your behalf.',
  text: `You can object until ${formats.dateTime(silent.object_until)}. Nothing is paid before that, unless you keep it.`,
});

const ENDED: Record<NonNullable<SilentCase['silent']['outcome']>, Note> = {
  confirmed: { kind: 'info', lead: 'You’ve kept the acceptance.' },
  objected: { kind: 'info', lead: 'You’ve objected, and the acceptance is withdrawn.' },
  unopposed: {
    kind: 'info',
    lead: 'The days to object are over.',
    text: 'Signed in, you can still withdraw the acceptance on your question.',
  },
  withdrawn: { kind: 'info', lead: 'This acceptance has ended.' },
};

const askersForm = ({ question }: SilentCase, { token, errors, typed }: Needs): Form =>
  form(
    {
      action: `/q/${String(question.id)}/objection`,
      submit: 'Tell our team',
      ...(token !== undefined && { hidden: { token } }),
      fields: [
        {
          ...{ name: 'says', label: 'Did it?', kind: 'choices' },
          options: [
            { value: 'keep', label: 'Yes, it fixed it', hint: 'The acceptance stays.' },
            { value: 'object', label: 'No', hint: 'The question opens again.' },
          ],
        },
        {
          ...{ name: 'note', label: 'What is still wrong', kind: 'long', optional: true },
          hint: 'Only our team reads it.',
        },
      ],
    },
    errors,
    typed,
  );
