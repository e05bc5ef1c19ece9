import type { Knex } from 'knex';

import { Conflict, found, NotFound } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { findOpinion, undoOpinion } from '../agreement/opinions.ts';
import { holdAudit } from '../audits/hold-audit.ts';
import { refuseIfTooLate, UNDO } from '../audits/undo-verdict.ts';
import { logAct } from '../log.ts';
import type { AuditId, AuditOpinionRow } from '../rows.ts';
import { holdTurn, resumeTurn } from './turns.ts';

/**
 * A steward takes back within thirty seconds what they said of an answer, which waits for stewards
 * again. Conflict where something has followed from it: a verdict, somebody else's opinion, or a
 * moderator who reads it. 404 for whoever has said nothing of it as a steward.
 */
export async function takeBackOpinion(work: Work, id: AuditId): Promise<void> {
  const steward = actingMember(work);
  const held = await holdAudit(work, id);
  const turn = found(await holdTurn(work, id), 'audit');
  const opinion = await findOpinion(work.trx, id, steward);
  if (opinion?.capacity !== 'steward') throw new NotFound('opinion');
  refuseIfTooLate(work, held, { since: opinion.given_at, within: UNDO });
  // Held, so that no moderator takes it up between the look at it and what follows.
  await work
    .trx('queue_items')
    .where({ kind: 'audit', subject_id: id, state: 'waiting' })
    .forUpdate()
    .select('id');
  const followed = await findWhatFollowed(work.trx, opinion, work.at);
  if (followed) throw new Conflict(FOLLOWED[followed]);

  await undoOpinion(work, opinion, 'taken-back');
  await resumeTurn(work, turn);
  await logAct(work, { act: 'opinion-undone', subject: `audit:${String(id)}` });
}

/** What came of a steward's opinion, so that it stands: undefined where nothing has, yet. */
export async function findWhatFollowed(
  db: Knex,
  { id, audit_id }: Pick<AuditOpinionRow, 'id' | 'audit_id'>,
  at: Date,
): Promise<Followed | undefined> {
  const { rows } = await db.raw<{ rows: { followed: Followed | null }[] }>(
    `select case
              when a.state <> 'waiting' then 'decided'
              when exists (select from audit_opinions o
                            where o.audit_id = a.id and o.id > :id and o.undone_at is null)
                then 'joined'
              when t.outcome not in ('opinion', 'fix', 'disagreed') then 'team'
              when exists (select from queue_items i
                            where i.kind = 'audit' and i.subject_id = a.id
                              and i.state = 'waiting' and i.claimed_until > :at)
                then 'team'
            end as followed
       from audits a
       join steward_audits t on t.audit_id = a.id
      where a.id = :audit_id`,
    { id, audit_id, at },
  );
  return rows[0]?.followed ?? undefined;
}

type Followed = keyof typeof FOLLOWED;

const FOLLOWED = {
  decided: 'This one has been decided since, so your opinion stands.',
  joined: 'Somebody else has judged this one since, so your opinion stands.',
  team: 'Our team has taken this one up since, so your opinion stands.',
} as const;
