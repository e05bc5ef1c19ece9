import type { Page } from '../../../forum/question-list.ts';
import type { Candidate } from '../../../moderation/silent/find-candidates.ts';
import type { SilentTermRow } from '../../../moderation/rows.ts';
import { withQuery } from '../../forum/paths.ts';
import { nobodySilent, type EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { wordsFor } from './candidate-words.ts';

/** Questions whose askers are silent, with the answer that others say is the best. */
export type CandidatesPage = {
  title: string;
  lead: string;
  candidates: readonly CandidateRow[];
  empty: EmptyState;
  pager: Pager;
};

type CandidateRow = {
  href: string;
  question: string;
  /** Who asked, who answered, and what speaks for it. */
  asker: string;
  author: string;
  words: string;
  answeredAt: Date;
};

type Needs = { after: string | undefined; terms: SilentTermRow };

export function candidatesPage(
  { rows, next }: Page<Candidate>,
  { after, terms }: Needs,
): CandidatesPage {
  return {
    title: 'Silent askers',
    lead: `Nobody has heard from these askers for ${String(terms.quiet_days)} days, and one answer is clearly the best.`,
    candidates: rows.map((candidate) => ({
      href: `${PATH}/${String(candidate.answer.id)}`,
      question: candidate.question.title,
      asker: candidate.asker,
      author: candidate.author.name,
      words: wordsFor(candidate).join(' · '),
      answeredAt: candidate.answer.answered_at,
    })),
    empty: nobodySilent,
    pager: {
      label: 'More questions',
      newer: after === undefined ? undefined : PATH,
      older: next === null ? undefined : withQuery(PATH, { after: next }),
      words: { newer: 'Back to the first', older: 'More' },
    },
  };
}

const PATH = '/staff/silent';
