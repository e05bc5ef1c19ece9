import assert from 'node:assert/strict';

import type { Markdown } from '../../forum/markdown.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Conflict, found, NotAllowed, Refusal } from '../../refusals.ts';
import type { PersonalDataFindingId } from '../../trust/rows.ts';
import type { Perform, Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { undoVerdict } from '../audits/undo-verdict.ts';
import { logAct } from '../log.ts';
import { reopenFinding } from '../posts/reopen-finding.ts';
import { restorePost } from '../posts/remove-post.ts';
import type { AuditId, BulkActionId, BulkActionRow, BulkEntryRow } from '../rows.ts';
import { BULK_ACTS, type BulkCode } from './acts.ts';

/** How long a batch can be undone by whoever made it, in milliseconds. */
export const BULK_UNDO = 24 * 3_600_000;

type Needs = { perform: Perform; markdown: Markdown };

/**
 * Undoes what a batch did, item by item: verdicts by contra transfers, however long after they
 * were paid. What cannot be undone is written down with the reason, and can be tried again.
 */
export async function undoBatch(
  { perform, markdown }: Needs,
  moderator: MemberRow,
  id: BulkActionId,
): Promise<void> {
  const { batch, entries } = await perform(moderator, (work) => openUndoing(work, id));
  for (const entry of entries) {
    try {
      await perform(moderator, (work) => undoOne(work, markdown, { batch, entry }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { message } = error;
      await perform(moderator, (work) => change(work, entry, { undo_refusal: message }));
    }
  }
}

/** Whether it is not too late for whoever made it. */
export const canUndo = ({ made_at }: Pick<BulkActionRow, 'made_at'>, at: Date) =>
  at.getTime() - made_at.getTime() <= BULK_UNDO;

async function openUndoing(work: Work, id: BulkActionId) {
  const moderator = actingModerator(work);
  const batch = found(
    await work.trx('bulk_actions').where({ id }).forUpdate().first(),
    'bulk action',
  );
  if (batch.moderator_id !== moderator.id) {
    throw new NotAllowed('Only whoever did this can undo it.');
  }
  if (!canUndo(batch, work.at)) {
    throw new Conflict('It is too late to undo this: a day has passed.');
  }
  await work.trx('bulk_actions').where({ id }).update({ undone_at: work.at });
  await logAct(work, { act: 'bulk-undone', subject: `bulk:${String(id)}` });
  const done = work.trx('bulk_entries').where({ batch_id: id, refusal: null, undone_at: null });
  return { batch, entries: await done.orderBy(['kind', 'subject_id']) };
}

type Undoing = { batch: BulkActionRow; entry: BulkEntryRow };

async function undoOne(work: Work, markdown: Markdown, { batch, entry }: Undoing): Promise<void> {
  const { batch_id, kind, subject_id } = entry;
  const now = await work
    .trx('bulk_entries')
    .where({ batch_id, kind, subject_id })
    .forUpdate()
    .first();
  if (now?.undone_at !== null) return; // two have pressed the button
  await giveBack(work, markdown, { batch, entry });
  await change(work, entry, { undone_at: work.at, undo_refusal: null });
}

async function giveBack(work: Work, markdown: Markdown, { batch, entry }: Undoing): Promise<void> {
  const { act } = BULK_ACTS[batch.act as BulkCode];
  switch (act) {
    case 'pass':
    case 'fail':
      return undoVerdict(work, entry.subject_id as AuditId, { within: BULK_UNDO });
    case 'remove':
      assert(entry.answer_id !== null, 'an answer was removed');
      return restorePost(work, { answer: entry.answer_id }, BECAUSE, { asItWas: true });
    case 'mask':
    case 'show':
      return reopenFinding(work, markdown, entry.subject_id as PersonalDataFindingId);
    case 'dismiss':
      throw new Conflict('Whoever reported it has been told, so this stands.');
  }
}

const BECAUSE = 'It was removed with others by mistake.';

async function change(
  work: Work,
  { batch_id, kind, subject_id }: BulkEntryRow,
  changed: Partial<Pick<BulkEntryRow, 'undone_at' | 'undo_refusal'>>,
): Promise<void> {
  await work.trx('bulk_entries').where({ batch_id, kind, subject_id }).update(changed);
}
