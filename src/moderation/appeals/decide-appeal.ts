import type { Markdown } from '../../forum/markdown.ts';
import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingReviewer } from '../acting-moderator.ts';
import { logAct } from '../log.ts';
import { settleItem } from '../queue/items.ts';
import type { AppealId, AppealRow } from '../rows.ts';
import { readBarred } from './barred.ts';
import { type AppealableDecision, findDecision } from './decisions.ts';
import { holdSubject } from './hold-subject.ts';
import { nameOf } from './name-of.ts';
import { overturn } from './overturn.ts';
import { mayDecideAppeal } from './permissions.ts';

/** What was decided on an appeal: `reason` is for the member, `note` for staff. */
export type AppealDecision = Pick<AppealRow, 'reason' | 'note'> & {
  decision: NonNullable<AppealRow['decision']>;
};

/**
 * A moderator or an admin who has had no part in a decision upholds or overturns it. Overturning puts content,
 * reward and level back exactly as they were, in the same transaction. Refused with what happened
 * if a colleague was quicker.
 */
export async function decideAppeal(
  work: Work,
  markdown: Markdown,
  id: AppealId,
  { decision, reason, note }: AppealDecision,
): Promise<void> {
  const reviewer = actingReviewer(work);
  const { appeal, against } = await holdAppeal(work, id);
  await refuseIfDecided(work, appeal);
  const barred = [...new Set([...appeal.barred, ...(await readBarred(work.trx, against))])];
  if (!mayDecideAppeal(reviewer, barred)) {
    throw new NotAllowed('You have a part in this, so somebody else decides.');
  }
  if (reason.trim() === '') throw new Invalid({ reason: 'Say why, for whoever appealed.' });
  const decided = { decision, reason, note, decided_by: reviewer.id, decided_at: work.at };
  await work
    .trx('appeals')
    .where({ id })
    .update({ ...decided, barred });
  await settleItem(work, { kind: 'appeal', subject_id: id });
  await logAct(work, { act: `appeal-${decision}`, subject: nameOf(against), reason, note });
  if (decision === 'overturned' && against.stands) {
    await overturn(work, markdown, against, reason);
  }
  await work.record('appeal decided', { appealId: id, decision });
}

/** An appeal and what it is about, held still: what it is about first. */
async function holdAppeal(
  work: Work,
  id: AppealId,
): Promise<{ appeal: AppealRow; against: AppealableDecision }> {
  const { subject } = found(await work.trx('appeals').where({ id }).first(), 'appeal');
  const before = found(await findDecision(work.trx, subject), 'decision');
  await holdSubject(work, before);
  const appeal = await work.trx('appeals').where({ id }).forUpdate().first();
  const against = found(await findDecision(work.trx, subject), 'decision');
  return { appeal: found(appeal, 'appeal'), against };
}

async function refuseIfDecided(work: Work, { decision, decided_by }: AppealRow): Promise<void> {
  if (decision === null || decided_by === null) return;
  const by = await work.trx('members').where({ id: decided_by }).first('name');
  throw new Conflict(`${by?.name ?? 'A colleague'} has already ${decision} this.`);
}
