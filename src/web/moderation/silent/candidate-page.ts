import { mayAcceptForAsker } from '../../../forum/permissions.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Candidate } from '../../../moderation/silent/find-candidates.ts';
import type { SilentTermRow } from '../../../moderation/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import { answerPath, questionPath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Html } from '../../html.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { wordsFor } from './candidate-words.ts';

/** One answer that may be accepted for its asker, and what follows. */
export type CandidatePage = ErrorSummary & {
  title: string;
  question: { title: string; href: string };
  asker: string;
  author: string;
  answeredAt: Date;
  written: Html;
  words: readonly string[];
  effect: Note;
  /** Undefined where the reader has a part in the thread. */
  form: Form | undefined;
  back: string;
};

type Needs = {
  terms: SilentTermRow;
  formats: Formats;
  viewer: MemberRow;
  errors: FieldErrors | undefined;
  typed: Typed;
};

export function candidatePage(candidate: Candidate, needs: Needs): CandidatePage {
  const { question, answer, asker, author } = candidate;
  const mayAccept = mayAcceptForAsker(needs.viewer, { author_id: askerOf(candidate) }, answer);
  const drawn = mayAccept ? acceptance(candidate, needs) : undefined;
  return {
    title: `Accept for ${asker}`,
    question: { title: question.title, href: questionPath(question) },
    ...{ asker, author: author.name, answeredAt: answer.answered_at },
    written: storedHtml(answer.body_html),
    words: wordsFor(candidate),
    effect: mayAccept ? effectOf(candidate, needs.terms) : THEIRS,
    form: drawn,
    errors: drawn?.errors ?? [],
    back: answerPath(question, answer.id),
  };
}

const askerOf = ({ question }: Candidate) => question.author_id;

function effectOf({ asker, answer }: Candidate, { objection_days }: SilentTermRow): Note {
  const days = `${asker} is told by email and can object for ${String(objection_days)} days.`;
  const pay = answer.by_staff
    ? 'It is from our team, so it earns nothing.'
    : 'Until then its reward waits.';
  return { kind: 'info', lead: 'The question counts as solved.', text: `${days} ${pay}` };
}

const THEIRS: Note = {
  kind: 'info',
  lead: 'You have a part in this thread, so a colleague decides.',
};

const acceptance = ({ asker, answer }: Candidate, { errors, typed }: Needs): Form =>
  form(
    {
      action: `/staff/silent/${String(answer.id)}/acceptance`,
      submit: `Accept for ${asker}`,
      fields: [
        {
          ...{ name: 'reason', label: 'Why this is the answer', kind: 'long' },
          hint: 'It stays in our own log.',
        },
      ],
    },
    errors,
    typed,
  );
