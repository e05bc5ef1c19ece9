import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import type { ProposalId } from '#src/approvals/rows.ts';
import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AcceptanceRow, AnswerRow } from '#src/forum/rows.ts';
import { resolveQuestion } from '#src/forum/resolve-question.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAudit } from '#src/moderation/audits/decide-audit.ts';
import type { AuditRow, VerdictRow } from '#src/moderation/rows.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';
import type { Step } from '#src/rewards/decide.ts';
import type { NewRuleSetRow, RewardRow, RuleSetRow } from '#src/rewards/rows.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from './domain.ts';
import { aFinancePerson, aMember, anAnswer, aQuestion } from './make.ts';

/** What those who give rewards, and take them back, do to an answer. */
export function rewarding(domain: Pick<Domain, 'perform' | 'db'>) {
  return {
    accept: (asker: MemberRow, { id }: AnswerRow) =>
      domain.perform(asker, (work) => acceptAnswer(work, id)),
    withdraw: (asker: MemberRow, { id }: AnswerRow) =>
      domain.perform(asker, (work) => withdrawAcceptanceOf(work, id)),
    /** The asker says that the question is still not solved. */
    doubt: (asker: MemberRow, { question_id }: AnswerRow) =>
      domain.perform(asker, (work) => resolveQuestion(work, question_id, 'still-not-solved')),
    decide: async (moderator: MemberRow, answer: AnswerRow, verdict: VerdictRow['verdict']) => {
      const { id } = await lastAudit(domain.db, answer);
      const reason = verdict === 'fail' ? 'wrong' : null;
      const fix = verdict === 'fix' ? { body: `${answer.body} Mended.` } : {};
      const decision = { verdict, reason, note: '', version: answer.version, ...fix } as const;
      const decided = await domain.perform(moderator, (work) =>
        decideAudit(work, createMarkdown(), id, decision),
      );
      assert(decided, 'nobody else is to judge it');
      return decided;
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

type TestRules = Partial<NewRuleSetRow> & { effective_from: Date; steps?: Step[] };

/**
 * Puts another rule set in force, like the first but for what the test cares about, and as if it
 * had been published long enough before.
 */
export async function publishRules(
  owner: Knex,
  { steps = [], ...rules }: TestRules,
): Promise<RuleSetRow> {
  const first = await owner('rule_sets').orderBy('id').first();
  assert(first, 'the first rule set');
  const { id: _id, ...terms } = first;
  const published_at = new Date(rules.effective_from.getTime() - 30 * 86_400_000);
  const draft = { ...terms, ...rules, published_at: null };
  const proposal_id = await anApprovedProposal(owner, published_at);
  const [row] = await owner('rule_sets')
    .insert({ ...draft, proposal_id })
    .returning('id');
  assert(row, 'the rules were drafted');
  for (const step of steps) {
    await owner('rule_set_steps').insert({ rule_set_id: row.id, ...step });
  }
  const published = owner('rule_sets').where({ id: row.id }).update({ published_at });
  const [rulesNow] = await published.returning('*');
  assert(rulesNow, 'the rules were published');
  return rulesNow;
}

/** Two people in finance agreed at an instant that rules be published. */
async function anApprovedProposal(owner: Knex, at: Date): Promise<ProposalId> {
  const [maker, checker] = [await aFinancePerson(owner), await aFinancePerson(owner)];
  const words = { reason: 'Rules for a test', evidence: 'The test itself' };
  const [proposal] = await owner('proposals')
    .insert({
      ...{ kind: 'rule-set', ...words, made_by: maker.id, made_at: at },
      expires_at: new Date(at.getTime() + 7 * 86_400_000),
      ...{ decision: 'approved', decided_by: checker.id, decided_at: at },
    })
    .returning('id');
  assert(proposal, 'it was proposed');
  return proposal.id;
}
