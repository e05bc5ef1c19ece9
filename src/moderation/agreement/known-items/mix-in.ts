import assert from 'node:assert/strict';

import type { MemberId } from '../../../members/rows.ts';
import type { Work } from '../../../work.ts';
import { actingModerator } from '../../acting-moderator.ts';
import { hashOf } from '../../audits/draw-audit.ts';
import { openItem, type Subject } from '../../queue/items.ts';
import type { AuditId, AuditRow, KnownItemId, QueueItemRow } from '../../rows.ts';
import { findTerms } from '../terms.ts';

/**
 * One in k of the items that a moderator goes on to is a known one, drawn by a hash of the seed, who
 * they are and how many they have judged. It waits in their queue alone, where `next` would have
 * been; undefined where none is drawn, or they have seen them all.
 */
export async function mixIn(
  work: Work,
  next: Pick<QueueItemRow, 'opened_at'>,
): Promise<Subject | undefined> {
  const { id } = actingModerator(work);
  const terms = await findTerms(work.trx);
  if (!terms?.known_every) return undefined;
  const drawn = numberOf(`${terms.seed}:known:${String(id)}`, await countJudged(work, id));
  if (drawn % terms.known_every !== 0) return undefined;
  const fresh = await readFresh(work, id);
  const item = fresh[drawn % Math.max(1, fresh.length)];
  return item && show(work, id, item, next);
}

type Fresh = Pick<AuditRow, 'because'> &
  Pick<QueueItemRow, 'question_id' | 'answer_id' | 'member_id' | 'risk' | 'reasons'> & {
    id: KnownItemId;
  };

/** The first 32 bits of a hash. */
const numberOf = (seed: string, nth: number) => Number.parseInt(hashOf(seed, nth).slice(0, 8), 16);

async function countJudged(work: Work, id: MemberId): Promise<number> {
  const { rows } = await work.trx.raw<{ rows: [{ count: number }] }>(
    `select (select count(*) from audit_opinions where member_id = :id)::int
          + (select count(*) from known_showings where member_id = :id)::int as count`,
    { id },
  );
  return rows[0].count;
}

/** Known items that still stand as they were, in which this moderator has no part and had none. */
async function readFresh(work: Work, id: MemberId): Promise<Fresh[]> {
  const { rows } = await work.trx.raw<{ rows: Fresh[] }>(
    `select k.id, a.because, i.question_id, i.answer_id, i.member_id, i.risk, i.reasons
       from known_items k
       join audits a on a.id = k.audit_id
       join acceptances c on c.id = a.acceptance_id and c.withdrawn_at is null
       join answers n on n.id = c.answer_id and n.removed_at is null
       join questions q on q.id = c.question_id and q.removed_at is null
       join lateral (
         select * from queue_items i
          where i.kind = 'audit' and i.subject_id = a.id order by i.id desc limit 1) i on true
      where k.confirmed_at is not null and k.retired_at is null
        and :id not in (k.picked_by, k.confirmed_by, c.author_id, c.asker_id, c.accepted_by)
        and not exists (select from audit_opinions o
                         where o.audit_id = a.id and o.member_id = :id)
        and not exists (select from known_showings s
                         where s.known_item_id = k.id and s.member_id = :id)
      order by k.id`,
    { id },
  );
  return rows;
}

async function show(
  work: Work,
  member_id: MemberId,
  { id: known_item_id, because: _because, reasons, ...item }: Fresh,
  { opened_at }: Pick<QueueItemRow, 'opened_at'>,
): Promise<Subject> {
  const [showing] = await work
    .trx('known_showings')
    .insert({ known_item_id, member_id, shown_at: work.at })
    .returning('id');
  assert(showing, 'it is shown');
  const [first = 'sample', ...others] = reasons;
  const subject = { kind: 'audit', subject_id: showing.id as number as AuditId } as const;
  await openItem(
    { ...work, at: opened_at },
    { ...subject, ...item, reasons: [first, ...others], barred: [], only_for: member_id },
  );
  return subject;
}
