import type { Request } from 'express';
import { z } from 'zod';

import { findDraft, isBlank } from '../../../forum/drafts/read-drafts.ts';
import type { DraftRow, QuestionId } from '../../../forum/rows.ts';
import type { Deps } from '../../deps.ts';
import { draftFor } from '../../drafts.ts';
import { block, optionalBlock, wholeNumber, type Typed } from '../../forms.ts';

/** A text that is saved and not posted: whatever fits, finished or not. */
export const DraftForm = z.object({
  title: optionalBlock(300, 'Your question'),
  body: block({ missing: 'There is nothing to save.', min: 0, max: 20_000, what: 'Your text' }),
  topic: optionalBlock(100),
  private: z.literal(['', '1']).default(''),
  draft: wholeNumber('This form is out of step. Reload the page and try again.').default(0),
});

/** How a form saves what is typed in it. */
export type DraftButton = {
  action: string;
  /** Of what it began with; 0 for nothing. */
  version: number;
  savedAt: Date | undefined;
};

/** What a form begins with, and what else is kept for it. */
export type Restored = {
  typed: Typed;
  button: DraftButton | undefined;
  other: OtherDraft | undefined;
};

/** Another text that is kept for the same form; none where `body` and `title` say nothing. */
export type OtherDraft = { title: string; body: string; savedAt: Date };

type Place = { question: QuestionId | null; action: string };

/**
 * What a form begins with: what was typed before signing in or named by a link, else what the member
 * saved, on whatever device. What it does not begin with is shown beside it, not lost.
 */
export async function restoreDraft(
  { db }: Pick<Deps, 'db'>,
  req: Request,
  { question: question_id, action }: Place,
  named: Typed = {},
): Promise<Restored> {
  const { visitor } = req;
  const saved = visitor && (await findDraft(db, { member_id: visitor.id, question_id }));
  const fresh = draftFor(req, action) ?? named;
  const begins = saved && !isBlank(saved) && !hasText(fresh) ? typedOf(saved) : fresh;
  const other = saved && !isBlank(saved) && !isSame(saved, begins) ? saved : undefined;
  return {
    typed: begins,
    other: otherDraft(other),
    button: visitor && {
      action: `${action}/draft`,
      version: other ? 0 : (saved?.version ?? 0),
      savedAt: begins === fresh ? undefined : saved?.saved_at,
    },
  };
}

export const otherDraft = (saved: DraftRow | undefined): OtherDraft | undefined =>
  saved && !isBlank(saved)
    ? { title: saved.title, body: saved.body, savedAt: saved.saved_at }
    : undefined;

/** The button of a form that is drawn again with what was typed. */
export const buttonAgain = (
  req: Request,
  action: string,
  { draft }: Typed,
): DraftButton | undefined =>
  req.visitor && {
    action: `${action}/draft`,
    version: /^\d{1,9}$/.test(draft ?? '') ? Number(draft) : 0,
    savedAt: undefined,
  };

const typedOf = ({ title, body, topic, private: isPrivate }: DraftRow): Typed => ({
  ...{ title, body, topic },
  private: isPrivate ? '1' : '',
});

const hasText = ({ title = '', body = '' }: Typed) => (title + body).trim() !== '';

const isSame = (saved: DraftRow, { title = '', body = '' }: Typed) =>
  saved.title === title.trim() && saved.body === body.trim();
