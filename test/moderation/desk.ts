import assert from 'node:assert/strict';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import type { AnswerRow, NewAnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { readHoldings } from '#src/ledger/balances.ts';
import { callAudit } from '#src/moderation/audits/call-audit.ts';
import { decideAudit, type Decision } from '#src/moderation/audits/decide-audit.ts';
import { findWaitingAudit } from '#src/moderation/audits/find-audit.ts';
import type { AuditId, AuditRow } from '#src/moderation/rows.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from '../support/domain.ts';
import { aMember, anAnswer, anAnsweredQuestion, aQuestion } from '../support/make.ts';

type Somewhere = Pick<Domain, 'db' | 'perform'>;

export const markdown = createMarkdown();

export const pass: Decision = { verdict: 'pass', reason: null, note: '', version: 1 };
export const fail: Decision = { verdict: 'fail', reason: 'wrong', note: '', version: 1 };
export const fixTo = (body: string): Decision => ({ ...pass, verdict: 'fix', body });

/** An answer that was accepted and is paid, so that it waits in the queue: newcomers' all do. */
export async function anAuditedAnswer({ db, perform }: Somewhere) {
  const { asker, helper, question, answer } = await anAnsweredQuestion(db);
  await perform(asker, (work) => acceptAnswer(work, answer.id));
  return { asker, helper, question, answer, audit: await auditOf(db, answer) };
}

/** Another accepted answer of the same author, to somebody else unless named. */
export async function anotherAuditedAnswer(
  { db, perform }: Somewhere,
  author: MemberRow,
  askedBy?: MemberRow,
  details: Partial<NewAnswerRow> = {},
) {
  const asker = askedBy ?? (await aMember(db));
  const question = await aQuestion(db, { author_id: asker.id });
  const answer = await anAnswer(db, {
    ...{ question_id: question.id, author_id: author.id, ...details },
  });
  await perform(asker, (work) => acceptAnswer(work, answer.id));
  return { asker, question, answer, audit: await auditOf(db, answer) };
}

/** From now on so many audits in a hundred are judged by two people. */
export const judgeTwice = ({ owner }: Pick<Domain, 'owner'>, double_share = 100) =>
  owner('agreement_terms').insert({
    ...{ double_share, seed: 'a seed for tests', reason: 'A test' },
    changed_at: new Date('2026-01-01T00:00:00Z'),
  });

/** What a moderator does at the desk. */
export const deskOf = ({ perform }: Somewhere, moderator: MemberRow) => ({
  /** Decides it alone. */
  decide: async (id: AuditId, decision: Decision) => {
    const verdict = await perform(moderator, (work) => decideAudit(work, markdown, id, decision));
    assert(verdict, 'nobody else is to judge it');
    return verdict;
  },
  /** Judges what others may judge too. */
  judge: (id: AuditId, decision: Decision) =>
    perform(moderator, (work) => decideAudit(work, markdown, id, decision)),
  undo: (id: AuditId) => perform(moderator, (work) => undoVerdict(work, id)),
});

/** What a member holds, in pence. */
export async function holdingsOf({ db }: Somewhere, { id }: MemberRow) {
  const { pending, available } = await readHoldings(db, id);
  return { pending, available };
}

/** What has moved in the ledger for an answer's acceptances, in its order. */
export async function movesOf({ db }: Somewhere, { id }: AnswerRow): Promise<string[]> {
  const moved = await db('ledger_transfers')
    .whereIn(
      'ref',
      db('acceptances').where({ answer_id: id }).select(db.raw(`'acceptance:' || id`)),
    )
    .orderBy('id')
    .select('event');
  return moved.map(({ event }) => event);
}

/** An answer whose reward was released by a first audit, and that a second was called for. */
export async function aReleasedAnswer(where: Somewhere, by: MemberRow) {
  const audited = await anAuditedAnswer(where);
  await deskOf(where, by).decide(audited.audit, pass);
  await where.perform(by, (work) => callAudit(work, audited.answer.id));
  return { ...audited, audit: await auditOf(where.db, audited.answer) };
}

export async function theAudit({ db }: Somewhere, id: AuditId): Promise<AuditRow> {
  const audit = await db('audits').where({ id }).first();
  assert(audit, 'the audit is there');
  return audit;
}

/** A moderator asks for another check of an answer. */
export const callAgain = ({ perform }: Somewhere, id: AnswerRow['id'], by: MemberRow) =>
  perform(by, (work) => callAudit(work, id));

/** Takes everything out of the queue that other tests have left there. */
export async function clearQueue({ owner }: Pick<Domain, 'owner'>): Promise<void> {
  await owner('audits').where({ state: 'waiting' }).update({ state: 'cancelled' });
  const settled = { state: 'settled', settled_at: new Date(0) } as const;
  await owner('queue_items')
    .where({ state: 'waiting' })
    .update({ ...settled, claimed_by: null, claimed_until: null });
}

/** Makes somebody part of the thread that is audited, so that they may not decide. */
export async function bar(
  { owner }: Pick<Domain, 'owner'>,
  id: AuditId,
  { id: barred }: MemberRow,
) {
  const audit = await owner('audits').where({ id }).first();
  await owner('acceptances').where({ id: audit!.acceptance_id }).update({ accepted_by: barred });
  await owner('queue_items')
    .where({ kind: 'audit', subject_id: id })
    .update({ barred: [barred] });
}

/** The mail that tells a member at once what a check found. */
export const verdictMailTo = ({ db }: Somewhere, { id }: MemberRow) =>
  db('mails')
    .where({ member_id: id })
    .whereIn('kind', ['audited', 'failed'])
    .orderBy('id', 'desc')
    .first();

async function auditOf(db: Domain['db'], answer: AnswerRow): Promise<AuditId> {
  const audit = await findWaitingAudit(db, answer.id);
  assert(audit, 'a newcomer’s paid answer is always audited');
  return audit.id;
}
