import { approve, decline, withdraw } from '../approvals/decide.ts';
import { propose, type Case } from '../approvals/propose.ts';
import type { ProposalId } from '../approvals/rows.ts';
import { dateAfter, dateAt, startOf } from '../ledger/dates.ts';
import { Conflict, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { actingFinance, holdDraft, isProposed } from './draft-rules.ts';
import { DAY } from './read-facts.ts';
import type { RuleSetId, RuleSetRow } from './rows.ts';

/** Everybody knows what they will be paid so many days before, to the millisecond. */
const NOTICE = 30 * DAY;

type Request = Omit<Case, 'kind'> & {
  /** The date at whose midnight, in the operator's time, the rules take effect. */
  effectiveFrom: string;
};

/**
 * Somebody in finance asks that a draft be published, at least thirty days ahead, once it has
 * been tried on the past as it is; another has to approve.
 */
export async function proposeRules(
  work: Work,
  id: RuleSetId,
  { effectiveFrom, reason, evidence }: Request,
): Promise<void> {
  actingFinance(work);
  const draft = await holdDraft(work, id);
  if (await isProposed(work, draft)) {
    throw new Conflict('Somebody is asked to approve this draft already.');
  }
  await refuseUntried(work, draft);
  const effective_from = startOf(effectiveFrom, work.operator.timeZone);
  const fault = await faultOf(work, effective_from);
  if (fault !== undefined) throw new Invalid({ effective_from: fault });
  const { id: proposal_id } = await propose(work, { kind: 'rule-set', reason, evidence });
  await work.trx('rule_sets').where({ id }).update({ proposal_id, effective_from });
}

/** Another person publishes what was proposed; from here on nobody can change it. */
export async function approveRules(work: Work, id: RuleSetId): Promise<void> {
  actingFinance(work);
  // One after another, so that each has a number of its own.
  await work.trx.raw('lock table rule_sets in share row exclusive mode');
  const draft = await holdDraft(work, id);
  await approve(work, proposalOf(draft));
  const fault = draft.effective_from && (await faultOf(work, draft.effective_from));
  if (fault !== undefined) {
    throw new Conflict(`${fault ?? ''} Send it back, and have it proposed for a later date.`);
  }
  await work.trx('rule_sets').where({ id }).update({ published_at: work.at });
  await work.record('rules published', { ruleSetId: id });
}

/** Another person sends a draft back with a word to whoever proposed it. */
export async function sendBackRules(work: Work, id: RuleSetId, note: string): Promise<void> {
  await decline(work, proposalOf(await holdDraft(work, id)), note);
}

/** Whoever proposed a draft takes that back, to change it or to leave it. */
export async function withdrawRules(work: Work, id: RuleSetId): Promise<void> {
  await withdraw(work, proposalOf(await holdDraft(work, id)));
}

/** The first date on which rules that are published at an instant can take effect. */
export function earliestDate(at: Date, timeZone: string): string {
  const first = dateAt(new Date(at.getTime() + NOTICE), timeZone);
  const isInTime = startOf(first, timeZone).getTime() >= at.getTime() + NOTICE;
  return isInTime ? first : dateAfter(first);
}

function proposalOf({ proposal_id }: RuleSetRow): ProposalId {
  if (proposal_id === null) throw new Conflict('Nobody has proposed to publish this draft.');
  return proposal_id;
}

async function refuseUntried(work: Work, { id, edited_at }: RuleSetRow): Promise<void> {
  const tried = await work
    .trx('rule_shadows')
    .where({ rule_set_id: id })
    .where('run_at', '>=', edited_at ?? work.at)
    .first('id');
  if (!tried) throw new Conflict('Try the draft on a past time first, as it is now.');
}

/** What is wrong with a date for rules to take effect, if anything. */
async function faultOf(work: Work, effectiveFrom: Date): Promise<string | undefined> {
  if (effectiveFrom.getTime() < work.at.getTime() + NOTICE) {
    const earliest = earliestDate(work.at, work.operator.timeZone);
    return `Rules are published at least 30 days ahead: the earliest date is ${earliest}.`;
  }
  const later = await work
    .trx('rule_sets')
    .whereNotNull('published_at')
    .where('effective_from', '>=', effectiveFrom)
    .first('number');
  return later && `Rules ${String(later.number)} are published for that date or a later one.`;
}
