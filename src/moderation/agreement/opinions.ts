import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { MemberRow } from '../../members/rows.ts';
import { Conflict } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { logAct } from '../log.ts';
import type { AuditId, AuditOpinionRow, AuditRow } from '../rows.ts';
import { wholeRubric, type Rubric } from './rubric.ts';

/** What somebody says of an audited answer, and as what they say it. */
export type Opinion = Pick<
  AuditOpinionRow,
  'capacity' | 'verdict' | 'reason' | 'note' | 'answer_version' | 'body'
> & { rubric?: Partial<Rubric> | undefined };

/**
 * Records what somebody says of an audit that the caller holds; nobody says two things at once.
 * Only that something was said is logged: what was said would tell whoever judges it next.
 */
export async function giveOpinion(
  work: Work,
  audit: Pick<AuditRow, 'id'>,
  { rubric, ...said }: Opinion,
): Promise<AuditOpinionRow> {
  const member = actingMember(work);
  if (await findOpinion(work.trx, audit.id, member)) {
    throw new Conflict('Your opinion is recorded; a colleague checks this one too.');
  }
  const who = { audit_id: audit.id, member_id: member.id, given_at: work.at };
  const [given] = await work
    .trx('audit_opinions')
    .insert({ ...said, ...wholeRubric(rubric), ...who })
    .returning('*');
  assert(given, 'the opinion was recorded');
  await logAct(work, { act: 'opinion-given', subject: `audit:${String(audit.id)}` });
  return given;
}

/** What stands of what was said of an audit, the first first. Nothing for whoever has yet to judge. */
export const readOpinions = (db: Knex, auditId: AuditId): Promise<AuditOpinionRow[]> =>
  db('audit_opinions').where({ audit_id: auditId, undone_at: null }).orderBy('id');

/** What somebody has said of an audit, if it stands. */
export const findOpinion = (
  db: Knex,
  auditId: AuditId,
  { id }: Pick<MemberRow, 'id'>,
): Promise<AuditOpinionRow | undefined> =>
  db('audit_opinions').where({ audit_id: auditId, member_id: id, undone_at: null }).first();

/** Withdraws what somebody has said, whose turn it may be again. */
export async function undoOpinion(
  work: Work,
  { id }: Pick<AuditOpinionRow, 'id'>,
  because: NonNullable<AuditOpinionRow['undone_because']>,
): Promise<void> {
  await work
    .trx('audit_opinions')
    .where({ id })
    .update({ undone_at: work.at, undone_because: because });
}
