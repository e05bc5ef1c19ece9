import assert from 'node:assert/strict';

import { acceptAnswer } from '#src/forum/accept-answer.ts';
import { findLiveAcceptance } from '#src/forum/acceptances.ts';
import type { AcceptanceRow } from '#src/forum/rows.ts';
import { withdrawAcceptanceOf } from '#src/forum/withdraw-acceptance.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { decideAudit } from '#src/moderation/audits/decide-audit.ts';
import type { AuditRow, VerdictRow } from '#src/moderation/rows.ts';
import { undoVerdict } from '#src/moderation/audits/undo-verdict.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import type { Domain } from '#test/support/domain.ts';
import { aMember, aModerator, anAnswer, aQuestion } from '#test/support/make.ts';

/** What the history of a reward needs of a community. */
export type World = Pick<Domain, 'owner' | 'perform' | 'db'>;

/** An answer that whoever asked has just accepted. */
export async function anAcceptedAnswer(
  { owner, perform, db }: World,
  people: { author?: MemberRow; asker?: MemberRow; title?: string } = {},
): Promise<AcceptanceRow> {
  const asker = people.asker ?? (await aMember(owner));
  const author = people.author ?? (await aMember(owner));
  const title = people.title === undefined ? {} : { title: people.title };
  const question = await aQuestion(owner, { author_id: asker.id, ...title });
  const answer = await anAnswer(owner, { question_id: question.id, author_id: author.id });
  await perform(asker, (work) => acceptAnswer(work, answer.id));
  const acceptance = await findLiveAcceptance(db, question.id);
  assert(acceptance, 'it is accepted');
  return acceptance;
}

/** The audit that waits for a verdict on an acceptance, if one was drawn. */
export const waitingAudit = ({ db }: World, { id }: AcceptanceRow): Promise<AuditRow | undefined> =>
  db('audits').where({ acceptance_id: id, state: 'waiting' }).first();

/** A moderator's verdict on an acceptance whose audit waits. */
export async function decide(
  world: World,
  acceptance: AcceptanceRow,
  verdict: 'pass' | 'fail',
  moderator?: MemberRow,
): Promise<VerdictRow> {
  const audit = await waitingAudit(world, acceptance);
  assert(audit, 'an audit waits');
  const reason = verdict === 'fail' ? ('wrong' as const) : null;
  const decision = { verdict, reason, note: 'Looked at', version: acceptance.answer_version };
  const by = moderator ?? (await aModerator(world.owner));
  const decided = await world.perform(by, (work) =>
    decideAudit(work, createMarkdown(), audit.id, decision),
  );
  assert(decided, 'nobody else is to judge it');
  return decided;
}

export async function undo(world: World, verdict: VerdictRow): Promise<void> {
  const moderator = await world.db('members').where({ id: verdict.moderator_id }).first();
  assert(moderator, 'whoever decided is known');
  await world.perform(moderator, (work) => undoVerdict(work, verdict.audit_id));
}

export async function withdraw(world: World, acceptance: AcceptanceRow): Promise<void> {
  const asker = await world.db('members').where({ id: acceptance.asker_id }).first();
  assert(asker, 'whoever asked is known');
  await world.perform(asker, (work) => withdrawAcceptanceOf(work, acceptance.answer_id));
}
