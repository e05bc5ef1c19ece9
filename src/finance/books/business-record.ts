import type { Knex } from 'knex';

import type { AcceptanceRow, AnswerId, QuestionId } from '../../forum/rows.ts';
import type { Rubric } from '../../moderation/agreement/rubric.ts';
import type { AuditId, AuditRow, VerdictRow } from '../../moderation/rows.ts';
import type { RewardRow, RuleSetRow } from '../../rewards/rows.ts';

/** What a transfer was posted for: an acceptance, its reward, and how the answer was checked. */
export type BusinessRecord = Pick<
  AcceptanceRow,
  'id' | 'accepted_at' | 'withdrawn_at' | 'withdrawn_because'
> & {
  asker: string;
  author: string;
  question_id: QuestionId;
  slug: string;
  /** Null where the question was taken down. */
  title: string | null;
  answer_id: AnswerId;
  answer_removed: boolean;
  reward: RewardRecord | null;
  audits: AuditRecord[];
};

/** A reward, and the number of the rules that decided it. */
export type RewardRecord = Pick<RewardRow, 'state' | 'refusal' | 'because' | 'amount_minor'> & {
  rules: RuleSetRow['number'];
};

export type AuditRecord = Pick<AuditRow, 'because' | 'state' | 'opened_at'> & {
  id: AuditId;
  verdicts: VerdictRecord[];
};

export type VerdictRecord = Pick<
  VerdictRow,
  'audit_id' | 'verdict' | 'reason' | 'note' | 'decided_at' | 'undone_at' | keyof Rubric
> & { moderator: string };

/** The record that a reference such as acceptance:12 names; undefined for other kinds. */
export async function readBusinessRecord(
  db: Knex,
  ref: string,
): Promise<BusinessRecord | undefined> {
  const id = /^acceptance:(\d{1,9})$/.exec(ref)?.[1];
  if (id === undefined) return undefined;
  const acceptance_id = Number(id) as AcceptanceRow['id'];
  const [acceptance, reward, audits] = await Promise.all([
    readAcceptance(db, acceptance_id),
    db('rewards')
      .join('rule_sets', 'rule_sets.id', 'rewards.rule_set_id')
      .where({ acceptance_id })
      .first<RewardRecord | undefined>(
        ...['state', 'refusal', 'because', 'amount_minor', 'rule_sets.number as rules'],
      ),
    readAudits(db, acceptance_id),
  ]);
  return acceptance && { ...acceptance, reward: reward ?? null, audits };
}

async function readAcceptance(db: Knex, id: AcceptanceRow['id']) {
  const { rows } = await db.raw<{ rows: Omit<BusinessRecord, 'reward' | 'audits'>[] }>(
    `select a.id, a.accepted_at, a.withdrawn_at, a.withdrawn_because, a.question_id, a.answer_id,
            asker.name as asker, author.name as author, q.slug,
            case when q.removed_at is null then q.title end as title,
            answer.removed_at is not null as answer_removed
       from acceptances a
       join members asker on asker.id = a.asker_id
       join members author on author.id = a.author_id
       join questions q on q.id = a.question_id
       join answers answer on answer.id = a.answer_id
      where a.id = ?`,
    [id],
  );
  return rows[0];
}

async function readAudits(db: Knex, acceptance_id: AcceptanceRow['id']): Promise<AuditRecord[]> {
  const audits = await db('audits')
    .where({ acceptance_id })
    .orderBy('id')
    .select('id', 'because', 'state', 'opened_at');
  const { rows } = await db.raw<{ rows: VerdictRecord[] }>(
    `select v.audit_id, v.verdict, v.reason, v.note, v.decided_at, v.undone_at,
            v.correct, v.complete, v.safe, v.clear, v.original,
            case v.decided_as when 'stewards' then 'Two stewards' else m.name end as moderator
       from verdicts v join members m on m.id = v.moderator_id
      where v.audit_id = any(?) order by v.id`,
    [audits.map(({ id }) => id)],
  );
  return audits.map((audit) => ({
    ...audit,
    verdicts: rows.filter(({ audit_id }) => audit_id === audit.id),
  }));
}
