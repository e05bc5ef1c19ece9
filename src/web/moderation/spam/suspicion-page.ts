import type { MemberRow } from '../../../members/rows.ts';
import type { SuspicionCase } from '../../../trust/spam/read-suspicion.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { form, type Form } from '../../form-page.ts';
import type { Html } from '../../html.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { reasonWords } from '../queue/reasons.ts';
import { postPath } from '../removals/removal-page.ts';

/** A post that may be spam, with what speaks for it, and the two things that can become of it. */
export type SuspicionPage = ErrorSummary & {
  title: string;
  author: string;
  href: string;
  question: string;
  /** The question's title, where it is one. */
  heading: string | undefined;
  written: Html;
  at: Date;
  reasons: readonly string[];
  /** What the score goes by, weightiest first. */
  tokens: readonly { token: string; words: string; spam: boolean }[];
  score: string | undefined;
  state: Note;
  /** Undefined where there is nothing to decide for this person. */
  decision: { action: string; note: Form['fields'][number]; back: string } | undefined;
};

type Needs = {
  viewer: MemberRow;
  written: Html;
  errors: FieldErrors | undefined;
  typed: Typed;
};

export function suspicionPage(found: SuspicionCase, needs: Needs): SuspicionPage {
  const { suspicion, author, question, title, judgement } = found;
  const mine = suspicion.author_id === needs.viewer.id;
  const drawn = decisionForm(found, needs);
  return {
    title: suspicion.kind === 'first-post' ? `First post of ${author}` : 'Suspected spam',
    ...{ author, question: question.title, heading: title ?? undefined, written: needs.written },
    href: postPath(found.ref, question),
    at: suspicion.opened_at,
    reasons: suspicion.reasons.map(reasonWords),
    tokens: (judgement?.because ?? []).map(({ token, factor }) => ({
      ...{ token, spam: factor > 1, words: factorWords(factor) },
    })),
    score: judgement && `${String(judgement.score)} % likely to be spam`,
    state: stateOf(found, mine),
    decision: suspicion.state === 'waiting' && !mine ? drawn.decision : undefined,
    errors: drawn.errors,
  };
}

function factorWords(factor: number): string {
  const times = factor > 1 ? factor : 1 / factor;
  const rounded = times >= 10 ? String(Math.round(times)) : times.toFixed(1);
  return `${rounded} times as frequent in ${factor > 1 ? 'spam' : 'what was fine'}`;
}

function stateOf({ suspicion, author, decider }: SuspicionCase, mine: boolean): Note {
  if (suspicion.state === 'waiting') {
    if (mine) return info('You wrote this, so a colleague decides.');
    return suspicion.held
      ? info(`Only ${author} and our team see it until you decide.`)
      : { kind: 'warn', lead: 'Readers see it.' };
  }
  const became = { approved: 'approved it', spam: 'removed it as spam', removed: 'removed it' };
  return info(`${decider ?? 'Somebody'} ${became[suspicion.state]}.`);
}

const info = (lead: string): Note => ({ kind: 'info', lead });

/** Where a suspicion is read and decided. */
export const suspicionHref = ({ kind, id }: Pick<SuspicionCase['suspicion'], 'kind' | 'id'>) =>
  `/staff/${kind === 'first-post' ? 'first-posts' : 'spam'}/${String(id)}`;

function decisionForm({ suspicion }: SuspicionCase, { errors, typed }: Needs) {
  const action = `${suspicionHref(suspicion)}/decision`;
  const drawn = form(
    {
      ...{ action, submit: '' },
      fields: [
        {
          ...{ name: 'note', label: 'Note to whoever wrote it', kind: 'long', optional: true },
          hint: 'Only they and our team read it, where it is removed.',
        },
      ],
    },
    errors,
    typed,
  );
  const [note] = drawn.fields;
  return {
    errors: drawn.errors,
    decision: note && { action, note, back: '/staff/audits' },
  };
}
