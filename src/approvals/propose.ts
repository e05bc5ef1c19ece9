import assert from 'node:assert/strict';

import { Invalid, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { mayPropose } from './permissions.ts';
import type { ProposalRow } from './rows.ts';

/** What is asked for, why, and what it rests on: a ticket, a document, a checklist. */
export type Case = Pick<ProposalRow, 'kind' | 'reason' | 'evidence'>;

const SEVEN_DAYS = 7 * 86_400_000;

/**
 * Asks for something that another person in finance has to approve within seven days. What is
 * proposed hangs on the answer's id; nothing moves before `approve`.
 */
export async function propose(work: Work, { kind, ...words }: Case): Promise<ProposalRow> {
  const maker = actingMember(work);
  if (!mayPropose(maker)) throw new NotAllowed('Only finance can propose this.');
  const { reason, evidence } = readWords(words);
  const [proposal] = await work
    .trx('proposals')
    .insert({
      ...{ kind, reason, evidence, made_by: maker.id, made_at: work.at },
      expires_at: new Date(work.at.getTime() + SEVEN_DAYS),
    })
    .returning('*');
  assert(proposal, 'the proposal was written');
  await work.record('proposal made', { proposalId: proposal.id });
  return proposal;
}

function readWords(words: Omit<Case, 'kind'>): Omit<Case, 'kind'> {
  const [reason, evidence] = [words.reason.trim(), words.evidence.trim()];
  const fields = {
    ...(!fits(reason, 10) && { reason: 'Say why, in 10 to 1,000 characters.' }),
    ...(!fits(evidence, 3) && { evidence: 'Say what it rests on: a ticket, a document, a link.' }),
  };
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
  return { reason, evidence };
}

const fits = (text: string, least: number) => text.length >= least && [...text].length <= 1000;
