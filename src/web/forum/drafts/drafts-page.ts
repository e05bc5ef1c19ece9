import { KEPT_FOR } from '../../../forum/drafts/forget-drafts.ts';
import type { ListedDraft } from '../../../forum/drafts/read-drafts.ts';
import { noDrafts, type EmptyState } from '../../look/empty.ts';
import { questionPath } from '../paths.ts';
import { shorten } from '../stored-html.ts';

/** What a member has typed and not posted. */
export type DraftsPage = {
  title: string;
  /** Days. */
  keptFor: number;
  drafts: readonly {
    heading: string;
    /** Undefined where the question is not there any more. */
    href: string | undefined;
    text: string;
    savedAt: Date;
    discard: string;
  }[];
  empty: EmptyState | undefined;
};

export const draftsPage = (drafts: readonly ListedDraft[]): DraftsPage => ({
  title: 'Your drafts',
  keptFor: KEPT_FOR,
  drafts: drafts.map((draft) => ({
    ...whereTo(draft),
    // What cannot be opened any more is shown whole, to be copied.
    text: draft.question_id && !draft.answers ? draft.body : shorten(draft.body, 200),
    savedAt: draft.saved_at,
    discard: `/me/drafts/${String(draft.id)}/removal`,
  })),
  empty: drafts.length === 0 ? noDrafts : undefined,
});

function whereTo({ question_id: id, answers, title }: ListedDraft) {
  if (id === null) {
    return { heading: title === '' ? 'A question without a title' : title, href: '/ask' };
  }
  if (!answers) return { heading: 'An answer to a question that isn’t there', href: undefined };
  const href = `${questionPath({ id, slug: answers.slug })}#reply`;
  return { heading: `Your answer to “${answers.title}”`, href };
}
