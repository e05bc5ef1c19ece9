import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { AcceptanceId, AnswerId } from '../../forum/rows.ts';
import type { MemberId } from '../../members/rows.ts';
import type { Work } from '../../work.ts';
import type { FraudCaseId } from '../rows.ts';
import { isStrong } from '../rings/strong-pairs.ts';
import { isWorthWeighing } from './glance.ts';
import { FLAGGED, scoreAcceptance, type AcceptanceSign } from './signs.ts';

/**
 * Weighs what was just accepted: has a person look at it where its signs add up, holds it where a
 * person has said that everything between the two waits, and leaves their circle to a job.
 */
export async function weighAcceptance(
  work: Work,
  accepted: Events['answer accepted'],
): Promise<void> {
  if (!(await isWorthWeighing(work.trx, accepted))) return;
  const { acceptanceId, askerId, authorId } = accepted;
  await flag(work, acceptanceId);
  const caseId = await findHoldingCase(work, askerId, authorId);
  if (caseId !== undefined) {
    await work.record('fraud case held', { caseId, acceptanceIds: [acceptanceId] });
  }
  if (await isStrong(work.trx, { asker_id: askerId, author_id: authorId })) {
    await work.enqueue('weigh-around', { memberId: authorId });
  }
}

/** Weighs the standing acceptance of an answer again, which has changed or was found to be a copy. */
export async function weighAnswer(work: Work, { answerId }: { answerId: AnswerId }): Promise<void> {
  const where = { answer_id: answerId, withdrawn_at: null };
  const standing = await work.trx('acceptances').where(where).first('id');
  if (standing) await flag(work, standing.id);
}

/** What is flagged already is flagged again only for a sign it did not have. */
async function flag(work: Work, acceptance_id: AcceptanceId): Promise<void> {
  const { score, reasons } = scoreAcceptance(await readSigns(work, acceptance_id));
  if (score < FLAGGED) return;
  const known = await work.trx('acceptance_flags').where({ acceptance_id }).first();
  if (known && reasons.every((reason) => known.reasons.includes(reason))) return;
  await work
    .trx('acceptance_flags')
    .insert({ acceptance_id, score, reasons, flagged_at: work.at })
    .onConflict('acceptance_id')
    .merge();
  await work.record('acceptance flagged', { acceptanceId: acceptance_id, score, reasons });
}

async function readSigns(
  { trx }: Work,
  id: AcceptanceId,
): Promise<Record<AcceptanceSign, boolean>> {
  type Signs = Record<AcceptanceSign, boolean>;
  const { rows } = await trx.raw<{ rows: Signs[] }>(SIGNS, { id });
  assert(rows[0], 'the acceptance is there');
  return rows[0];
}

/** Each is found by an index, however many acceptances there are. */
const SIGNS = `
  select a.accepted_by = a.asker_id and a.accepted_at > n.answered_at
           and a.accepted_at < q.asked_at + interval '1 hour' as hasty,
         exists (select from answer_versions v
                  where v.answer_id = n.id and v.version > a.answer_version
                    and v.editor_id = a.author_id) as edited,
         exists (select from near_copies x
                  where x.answer_id = n.id and not x.own and x.gone_at is null) as "near-copy",
         exists (select from member_devices d
                   join member_devices e on e.device_key = d.device_key
                  where d.member_id = a.asker_id and e.member_id = a.author_id
                    and (select count(*) from member_devices s
                          where s.device_key = d.device_key) <= 5) as "shared-device",
         exists (select from verified_numbers d
                   join verified_numbers e on e.number_key = d.number_key
                  where d.member_id = a.asker_id and e.member_id = a.author_id) as "shared-number",
         exists (select from fraud_cases c
                   join fraud_case_members x on x.case_id = c.id and x.member_id = a.asker_id
                   join fraud_case_members y on y.case_id = c.id and y.member_id = a.author_id
                  where c.state = 'confirmed') as "earlier-ring",
         (select count(*) from (
           select from acceptances b
            where b.asker_id = a.asker_id and b.author_id = a.author_id
              and b.withdrawn_at is null and b.accepted_at > a.accepted_at - interval '1 day'
            limit 4) as last) >= 4 as burst,
         coalesce((select p.accepted >= 4 and p.accepted >= 0.5 * r.accepted
                     from acceptance_pairs p join accepted_authors r using (author_id)
                    where p.asker_id = a.asker_id and p.author_id = a.author_id), false)
           as concentrated
    from acceptances a
    join questions q on q.id = a.question_id
    join answers n on n.id = a.answer_id
   where a.id = :id`;

/** The case in which a person has everything between the two wait. */
async function findHoldingCase(
  { trx }: Work,
  asker: MemberId,
  author: MemberId,
): Promise<FraudCaseId | undefined> {
  const { rows } = await trx.raw<{ rows: { id: FraudCaseId }[] }>(
    `select c.id from fraud_cases c
       join fraud_case_members x on x.case_id = c.id and x.member_id = :asker
       join fraud_case_members y on y.case_id = c.id and y.member_id = :author
      where c.state = 'open' and c.held_at is not null
      order by c.id limit 1`,
    { asker, author },
  );
  return rows[0]?.id;
}
