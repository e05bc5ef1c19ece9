import assert from 'node:assert/strict';

import type { Markdown } from '../../forum/markdown.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Conflict, Refusal } from '../../refusals.ts';
import type { PersonalDataFindingId } from '../../trust/rows.ts';
import type { Perform, Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { decideAudit } from '../audits/decide-audit.ts';
import { logAct } from '../log.ts';
import { decideFinding } from '../posts/decide-finding.ts';
import { removePost } from '../posts/remove-post.ts';
import { isTaken } from '../queue/claim-item.ts';
import type { Subject } from '../queue/items.ts';
import { decideReport } from '../reports/decide-report.ts';
import type { AuditId, BulkActionId, QueueItemRow, ReportCaseId } from '../rows.ts';
import { BULK_ACTS, type BulkCode, KIND_OF_ACT } from './acts.ts';

export type Bulk = { code: BulkCode; note: string };

/** What is decided, and the version of its answer that was listed: 0 where there is none. */
export type Chosen = Subject & { version: number };

type Needs = { perform: Perform; markdown: Markdown };

/**
 * Decides several items, each by the command that decides one and in a transaction of its own:
 * what is refused is written down with the reason, and holds up nothing else.
 */
export async function actOnBatch(
  { perform, markdown }: Needs,
  moderator: MemberRow,
  { bulk, chosen }: { bulk: Bulk; chosen: readonly Chosen[] },
): Promise<BulkActionId> {
  const batch = await perform(moderator, (work) => openBatch(work, bulk));
  for (const one of chosen) {
    try {
      await perform(moderator, (work) => actOnOne(work, markdown, { batch, bulk, one }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { message } = error;
      await perform(moderator, (work) => writeEntry(work, batch, { ...one, refusal: message }));
    }
  }
  return batch;
}

async function openBatch(work: Work, { code, note }: Bulk): Promise<BulkActionId> {
  const { id: moderator_id } = actingModerator(work);
  const [batch] = await work
    .trx('bulk_actions')
    .insert({ moderator_id, act: code, note, made_at: work.at })
    .returning('id');
  assert(batch, 'the batch was opened');
  await logAct(work, { act: 'bulk-made', subject: `bulk:${String(batch.id)}`, reason: code, note });
  return batch.id;
}

type One = { batch: BulkActionId; bulk: Bulk; one: Chosen };

async function actOnOne(work: Work, markdown: Markdown, { batch, bulk, one }: One): Promise<void> {
  const item = await findOpen(work, one);
  if (one.kind !== KIND_OF_ACT[BULK_ACTS[bulk.code].act]) {
    throw new Conflict('This can’t be done to what is of another kind.');
  }
  await carryOut(work, markdown, { bulk, one, item });
  const { question_id, answer_id } = item;
  await writeEntry(work, batch, { ...one, question_id, answer_id });
}

async function findOpen(work: Work, { kind, subject_id }: Subject): Promise<QueueItemRow> {
  const item = await work.trx('queue_items').where({ kind, subject_id, state: 'waiting' }).first();
  if (!item) throw new Conflict('It was decided meanwhile.');
  if (isTaken(item, actingModerator(work).id, work.at)) {
    throw new Conflict('A colleague is reading it just now.');
  }
  return item;
}

type Step = { bulk: Bulk; one: Chosen; item: QueueItemRow };

async function carryOut(work: Work, markdown: Markdown, { bulk, one, item }: Step): Promise<void> {
  const { note } = bulk;
  const act = BULK_ACTS[bulk.code];
  const finding = { reason: note, was: 'waiting' } as const;
  const [audit, id] = [one.subject_id as AuditId, one.subject_id as PersonalDataFindingId];
  switch (act.act) {
    case 'pass':
      await decideAudit(work, markdown, audit, {
        ...{ verdict: 'pass', reason: null, note, version: one.version },
      });
      return;
    case 'fail':
      await decideAudit(work, markdown, audit, {
        ...{ verdict: 'fail', reason: act.reason, note, version: one.version },
      });
      return;
    case 'remove':
      assert(item.answer_id !== null, 'an audit is of an answer');
      return removePost(work, { answer: item.answer_id }, { reason: act.reason, note });
    case 'mask':
      return decideFinding(work, markdown, id, { ...finding, state: 'masked' });
    case 'show':
      return decideFinding(work, markdown, id, { ...finding, state: 'shown' });
    case 'dismiss':
      return decideReport(work, markdown, one.subject_id as ReportCaseId, {
        ...{ decision: 'dismissed', note, abusive: false },
      });
  }
}

type Entry = Subject &
  Partial<Pick<QueueItemRow, 'question_id' | 'answer_id'>> & { refusal?: string };

async function writeEntry(work: Work, batch_id: BulkActionId, entry: Entry): Promise<void> {
  const { kind, subject_id, question_id = null, answer_id = null, refusal = null } = entry;
  await work
    .trx('bulk_entries')
    .insert({ batch_id, kind, subject_id, question_id, answer_id, refusal });
}
