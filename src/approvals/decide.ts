import { Conflict, found, NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import { mayCheck } from './permissions.ts';
import { stateOf, type ProposalState } from './proposals.ts';
import type { ProposalId, ProposalRow } from './rows.ts';

/** Approves what somebody else proposed, once and in time; the caller then does what was asked. */
export async function approve(work: Work, id: ProposalId): Promise<ProposalRow> {
  const proposal = await holdOpen(work, id);
  refuseMaker(work, proposal);
  return decide(work, proposal, 'approved', '');
}

/** Sends a proposal back for a reason that its maker reads; nothing moves. */
export async function decline(work: Work, id: ProposalId, note: string): Promise<ProposalRow> {
  const proposal = await holdOpen(work, id);
  refuseMaker(work, proposal);
  return decide(work, proposal, 'declined', note.trim());
}

/** The maker takes a proposal back. */
export async function withdraw(work: Work, id: ProposalId): Promise<ProposalRow> {
  const proposal = await holdOpen(work, id);
  if (proposal.made_by !== actingMember(work).id) {
    throw new NotAllowed('Only whoever proposed this can take it back.');
  }
  return decide(work, proposal, 'withdrawn', '');
}

async function holdOpen(work: Work, id: ProposalId): Promise<ProposalRow> {
  const proposal = found(await work.trx('proposals').where({ id }).forUpdate().first(), 'proposal');
  const state = stateOf(proposal, work.at);
  if (state !== 'open') throw new Conflict(TOO_LATE[state]);
  return proposal;
}

const TOO_LATE: Record<Exclude<ProposalState, 'open'>, string> = {
  approved: 'This has been approved already.',
  declined: 'This has been sent back already. Propose it again if it is still needed.',
  withdrawn: 'Whoever proposed this took it back.',
  expired: 'This was proposed more than seven days ago. Propose it again if it is still needed.',
};

function refuseMaker(work: Work, proposal: ProposalRow): void {
  if (mayCheck(actingMember(work), proposal)) return;
  throw new NotAllowed('You proposed this, so somebody else in finance has to decide.');
}

async function decide(
  work: Work,
  { id }: ProposalRow,
  decision: NonNullable<ProposalRow['decision']>,
  note: string,
): Promise<ProposalRow> {
  const decided = { decision, note, decided_by: actingMember(work).id, decided_at: work.at };
  const [proposal] = await work.trx('proposals').where({ id }).update(decided).returning('*');
  await work.record('proposal decided', { proposalId: id, decision });
  return found(proposal, 'proposal');
}
