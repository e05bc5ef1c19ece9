import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AnswerRow, TopicRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAudit } from '#src/moderation/audits/decide-audit.ts';
import { findWaitingAudit } from '#src/moderation/audits/find-audit.ts';
import type { Mode } from '#src/moderation/governance/decide-mode.ts';
import {
  giveStewardOpinion,
  type StewardOpinion,
} from '#src/moderation/governance/give-steward-opinion.ts';
import { reviewDecision } from '#src/moderation/governance/review-decision.ts';
import { reviewTopic } from '#src/moderation/governance/review-topic.ts';
import type { AuditId, StewardReviewRow, StewardRow } from '#src/moderation/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { aMember, anAnswer, aQuestion, aTopic } from '#test/support/make.ts';
import { markdown } from '../desk.ts';

/** Made by the owner, acted on by the site. */
export type Stage = Pick<Domain, 'owner' | 'db' | 'perform'>;

/** Puts a topic on the dial as if it had been turned there long ago. */
export async function turnedTo(owner: Knex, { id }: TopicRow, mode: Mode): Promise<void> {
  const since = new Date('2026-01-01T00:00:00Z');
  await owner('topic_modes')
    .insert({ topic_id: id, mode, evidence_from: since, changed_at: since })
    .onConflict('topic_id')
    .merge();
}

/** A member who has signed and serves in these topics; a newcomer, so that their answers are audited. */
export async function aSteward(
  owner: Knex,
  topics: readonly TopicRow[],
  details: Parameters<typeof aMember>[1] = {},
): Promise<MemberRow> {
  const steward = await aMember(owner, details);
  await appoint(owner, steward, topics);
  return steward;
}

/** The appointment of a member who serves, as if made long ago. */
export async function appoint(
  owner: Knex,
  member: MemberRow,
  topics: readonly Pick<TopicRow, 'id'>[],
): Promise<StewardRow['id']> {
  const inviter = await aMember(owner, { role: 'moderator' });
  const at = new Date('2026-01-01T00:00:00Z');
  const [row] = await owner('stewards')
    .insert({
      ...{
        member_id: member.id,
        state: 'serving',
        reason: 'Knows it all',
        review_on: '2027-01-01',
      },
      ...{ invited_by: inviter.id, invited_at: at, answered_at: at },
      ...{ undertaking_version: 1, signed_as: member.name },
    })
    .returning('id');
  assert(row, 'the steward was appointed');
  const signature = { version: 1, signed_as: member.name, signed_at: at };
  await owner('steward_signatures').insert({ steward_id: row.id, ...signature });
  for (const { id } of topics) {
    await owner('steward_topics').insert({ steward_id: row.id, topic_id: id });
  }
  return row.id;
}

/** An accepted, paid answer in a topic, and its audit. */
export async function anAuditIn(
  { owner, db, perform }: Stage,
  { id: topic_id }: TopicRow,
  people: { asker?: MemberRow; helper?: MemberRow } = {},
) {
  const asker = people.asker ?? (await aMember(owner));
  const helper = people.helper ?? (await aMember(owner));
  const question = await aQuestion(owner, { author_id: asker.id, topic_id });
  const answer = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
  await perform(asker, (work) => acceptAnswer(work, answer.id));
  const audit = await findWaitingAudit(db, answer.id);
  assert(audit, 'a newcomer’s paid answer is always audited');
  return { asker, helper, question, answer, audit: audit.id };
}

export const passed = { verdict: 'pass', reason: null, note: '', version: 1 } as const;
export const failed = { verdict: 'fail', reason: 'wrong', note: '', version: 1 } as const;
export const unsure = { ...passed, verdict: 'unsure' } as const;
export const needsFix = { ...passed, verdict: 'fix' } as const;

type Said =
  | { verdict: 'pass'; reason: null; note: string; version: number }
  | {
      verdict: 'fail';
      reason: 'wrong';
      note: string;
      version: number;
    };

/** What stewards and staff do with audits and with each other's decisions. */
export const actsOn = ({ perform, db }: Stage) => ({
  say: (steward: MemberRow, id: AuditId, said: StewardOpinion) =>
    perform(steward, (work) => giveStewardOpinion(work, markdown, id, said)),
  decide: (moderator: MemberRow, id: AuditId, said: Said) =>
    perform(moderator, (work) => decideAudit(work, markdown, id, said)),
  review: async (moderator: MemberRow, id: AuditId, said: Said) => {
    const { verdict, reason, note } = said;
    const review = await theReview(db, id);
    return perform(moderator, (work) => reviewDecision(work, review.id, { verdict, reason, note }));
  },
  look: ({ id }: TopicRow, atNight = true) =>
    perform('system', (work) => reviewTopic(work, id, { atNight })),
});

/** What staff were asked of a decision of stewards. */
export async function theReview(db: Knex, audit_id: AuditId): Promise<StewardReviewRow> {
  const review = await db('steward_reviews').where({ audit_id }).first();
  assert(review, 'staff were asked');
  return review;
}

/** Whether an audit waits in the queue of staff. */
export async function waitsForStaff(db: Knex, id: AuditId): Promise<boolean> {
  const item = { kind: 'audit', subject_id: id, state: 'waiting' } as const;
  return (await db('queue_items').where(item).first('id')) !== undefined;
}

/** The state of the reward of an answer. */
export async function rewardStateOf(db: Knex, answer: Pick<AnswerRow, 'id'>): Promise<string> {
  const reward: { state: string } | undefined = await db('rewards')
    .join('acceptances', 'acceptances.id', 'rewards.acceptance_id')
    .where({ answer_id: answer.id })
    .orderBy('rewards.id', 'desc')
    .first('rewards.state');
  assert(reward, 'the answer earns');
  return reward.state;
}

/** A topic of the community: one answer waits for this steward, one was failed by them and another. */
export async function aGovernedTopic(stage: Stage, steward: MemberRow) {
  const topic = await aTopic(stage.owner);
  await turnedTo(stage.owner, topic, 'community');
  const appointment = await appoint(stage.owner, steward, [topic]);
  const other = await aSteward(stage.owner, [topic]);
  const { audit } = await anAuditIn(stage, topic);
  await actsOn(stage).say(steward, audit, failed);
  await actsOn(stage).say(other, audit, failed);
  const { id: review } = await theReview(stage.db, audit);
  const { audit: waiting } = await anAuditIn(stage, topic);
  return { topic, waiting, review, steward: appointment };
}
