import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { MemberId } from '../../members/rows.ts';
import { Conflict, found, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { UNDO } from '../audits/undo-verdict.ts';
import { openItem } from '../queue/items.ts';
import type { AppealRow } from '../rows.ts';
import { readBarred } from './barred.ts';
import { type AppealableDecision, findDecision, subjectOf } from './decisions.ts';
import { isInTime, MONTHS } from './deadline.ts';

/** How often one decision can be appealed against, each time decided by somebody else. */
export const MOST = 2;

/**
 * Whoever a decision is about appeals against it, within six months, also while suspended. It
 * waits for somebody who has had no part in it. A decision about others is not found.
 */
export async function openAppeal(work: Work, subject: string, plea: string): Promise<AppealRow> {
  const member = actingMember(work);
  const decision = found(await findDecision(work.trx, subject), 'decision');
  found(
    decision.appellants.find((id) => id === member.id),
    'decision',
  );
  refuseUnlessFinal(work, decision);
  const barred = await readBarred(work.trx, decision);
  const [appeal] = await insertOnce(work.trx, {
    ...{ subject, member_id: member.id, ground: decision.ground, barred },
    ...{ plea, made_at: work.at },
  });
  if (!appeal) throw new Conflict('An appeal against this is waiting already.');
  await refuseIfTried(work, appeal);
  await queueAppeal(work, appeal, decision);
  await work.record('appeal opened', { appealId: appeal.id });
  return appeal;
}

function refuseUnlessFinal({ at, operator }: Work, decision: AppealableDecision): void {
  if (!isInTime(decision, at, operator.timeZone)) {
    throw new NotAllowed(
      `A decision can be appealed against for ${String(MONTHS)} months, and they are over.`,
    );
  }
  if (!decision.stands) throw new Conflict('This was put right already.');
  if (decision.kind === 'verdict' && at.getTime() - decision.decided_at.getTime() < UNDO) {
    throw new Conflict('This was decided just now and may change yet. Try again in a minute.');
  }
}

/** One may wait for each decision, however many are sent at the same moment. */
const insertOnce = (db: Knex, appeal: Parameters<typeof insertable>[0]): Promise<AppealRow[]> =>
  db('appeals')
    .insert(insertable(appeal))
    .onConflict(db.raw('(subject) where decision is null') as never)
    .ignore()
    .returning('*');

const insertable = (
  appeal: Pick<AppealRow, 'subject' | 'member_id' | 'ground' | 'barred' | 'plea' | 'made_at'>,
) => appeal;

async function refuseIfTried(work: Work, { id, subject }: AppealRow): Promise<void> {
  const earlier = await work.trx('appeals').where({ subject }).whereNot({ id }).pluck('id');
  if (earlier.length >= MOST) {
    throw new Conflict('Two people have looked at this on your appeal, and their word is final.');
  }
}

async function queueAppeal(
  work: Work,
  { id, barred, member_id }: AppealRow,
  decision: AppealableDecision,
): Promise<void> {
  assert.equal(subjectOf(decision).split(':')[0], decision.kind);
  const { kind, question_id, answer_id } = decision;
  await openItem(work, {
    ...{ kind: 'appeal', subject_id: id, question_id, answer_id, member_id },
    ...{ risk: kind === 'sanction' ? 4 : 3, reasons: [`appeal-${kind}`, decision.ground] },
    barred: barred as MemberId[],
  });
}
