import assert from 'node:assert/strict';

import { Conflict } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { DraftRow, QuestionId } from '../rows.ts';
import { findDraft, isBlank } from './read-drafts.ts';

/** What somebody has typed so far; `question` is what it answers, or null for one of their own. */
export type DraftText = Pick<DraftRow, 'title' | 'body' | 'topic' | 'private'> & {
  question: QuestionId | null;
  /** The version that they had in front of them; 0 for none. */
  version: number;
};

/** Another tab or device has saved since, or posted it; nothing was written. */
export class DraftOvertaken extends Conflict {
  /** What is kept; blank where it was posted or discarded. */
  readonly saved: DraftRow;

  constructor(saved: DraftRow) {
    super(
      isBlank(saved)
        ? 'This was posted or discarded elsewhere, so it isn’t saved.'
        : 'A newer text was saved in another tab or on another device.',
    );
    this.saved = saved;
  }
}

/**
 * Saves what a member has typed, and answers with its new version. Refused where another tab or
 * device of theirs has saved since that version (409, with what is kept). Where nothing is typed and
 * nothing was kept, nothing is written (0).
 */
export async function saveDraft(work: Work, draft: DraftText): Promise<number> {
  const { id: member_id } = actingMember(work);
  const { question: question_id, version, ...texts } = draft;
  const place = { member_id, question_id };
  if (isBlank(texts) && !(await findDraft(work.trx, place))) return 0;
  const { rows } = await work.trx.raw<{ rows: Pick<DraftRow, 'version'>[] }>(SAVE, {
    ...{ ...texts, ...place, at: work.at, known: version },
  });
  if (rows[0]) return rows[0].version;
  const saved = await findDraft(work.trx, place);
  assert(saved, 'what overtook it is there');
  throw new DraftOvertaken(saved);
}

const SAVE = `
  insert into drafts as d (member_id, question_id, title, body, topic, private, version, saved_at)
  values (:member_id, :question_id, :title, :body, :topic, :private, 1, :at)
      on conflict on constraint drafts_one_for_each_form
      do update set title = excluded.title, body = excluded.body, topic = excluded.topic,
                    private = excluded.private, saved_at = excluded.saved_at,
                    version = d.version + 1
          where d.version = :known
  returning version`;
