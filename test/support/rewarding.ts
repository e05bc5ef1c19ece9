import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AcceptanceRow, AnswerRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAudit } from '#src/moderation/decide-audit.ts';
import type { AuditRow, VerdictRow } from '#src/moderation/rows.ts';
import { undoVerdict } from '#src/moderation/undo-verdict.ts';
import type { NewRuleSetRow, RewardRow, RuleSetRow } from '#src/rewards/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from './domain.ts';
import { aMember, anAnswer, aQuestion } from './make.ts';

/** What those who give rewards, and take them back, do to an answer. */
export function rewarding(domain: Pick<Domain, 'perform' | 'db'>) {
  return {
    accept: (asker: MemberRow, { id }: AnswerRow) =>
      domain.perform(asker, (work) => acceptAnswer(work, id)),
    withdraw: (asker: MemberRow, { id }: AnswerRow) =>
      domain.perform(asker, (work) => withdrawAcceptanceOf(work, id)),
    decide: async (moderator: MemberRow, answer: AnswerRow, verdict: VerdictRow['verdict']) => {
      const { id } = await lastAudit(domain.db, answer);
      const reason = verdict === 'fail' ? 'wrong' : null;
      const fix = verdict === 'fix' ? { body: `${answer.body} Mended.` } : {};
      const decision = { verdict, reason, note: '', version: answer.version, ...fix } as const;
      return domain.perform(moderator, (work) => decideAudit(work, createMarkdown(), id, decision));
    },
    undo: async (moderator: MemberRow, answer: AnswerRow) => {
      const { id } = await lastAudit(domain.db, answer);
      return domain.perform(moderator, (work) => undoVerdict(work, id));
    },
  };
}

/** An answer to a question of this asker, by this author, accepted now. */
export async function anAcceptedAnswer(
  domain: Domain,
  people: { asker?: MemberRow; helper?: MemberRow } = {},
) {
  const { owner } = domain;
  const asker = people.asker ?? (await aMember(owner));
  const helper = people.helper ?? (await aMember(owner));
  const question = await aQuestion(owner, { author_id: asker.id });
  const answer = await anAnswer(owner, { question_id: question.id, author_id: helper.id });
  await rewarding(domain).accept(asker, answer);
  return { asker, helper, question, answer };
}

/** The acceptance of an answer, the last one if there were more. */
export async function lastAcceptance(db: Knex, answer: AnswerRow): Promise<AcceptanceRow> {
  const row = await db('acceptances').where({ answer_id: answer.id }).orderBy('id', 'desc').first();
  assert(row, 'the answer was accepted');
  return row;
}

/** What became of the last acceptance of an answer. */
export async function lastReward(db: Knex, answer: AnswerRow): Promise<RewardRow> {
  const acceptance = await lastAcceptance(db, answer);
  const row = await db('rewards').where({ acceptance_id: acceptance.id }).first();
  assert(row, 'the acceptance has a reward');
  return row;
}

/** The audit of the last acceptance of an answer, the last one if there were more. */
export async function lastAudit(db: Knex, answer: AnswerRow): Promise<AuditRow> {
  const acceptance = await lastAcceptance(db, answer);
  const row = await db('audits')
    .where({ acceptance_id: acceptance.id })
    .orderBy('id', 'desc')
    .first();
  assert(row, 'the acceptance has an audit');
  return row;
}

/** Puts another rule set in force, like the first but for what the test cares about. */
export async function publishRules(
  owner: Knex,
  rules: Partial<NewRuleSetRow> & { effective_from: Date },
): Promise<RuleSetRow> {
  const first = await owner('rule_sets').orderBy('id').first();
  assert(first, 'the first rule set');
  const { id: _id, ...terms } = first;
  const [row] = await owner('rule_sets')
    .insert({ ...terms, published_at: rules.effective_from, ...rules })
    .returning('*');
  assert(row, 'the rules were published');
  return row;
}
