import type { Markdown } from '../../forum/markdown.ts';
import type { MemberRow } from '../../members/rows.ts';
import { writingMember } from '../../members/writing-member.ts';
import { Conflict, found, NotAllowed, NotFound } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { giveOpinion, readOpinions } from '../agreement/opinions.ts';
import type { Rubric } from '../agreement/rubric.ts';
import { type HeldAudit, holdAudit } from '../audits/hold-audit.ts';
import { reachVerdict } from '../audits/reach-verdict.ts';
import { refuseIfDecided, refuseIfStale } from '../audits/refuse-decision.ts';
import { logAct } from '../log.ts';
import type { AuditId, AuditOpinionRow, StewardAuditRow } from '../rows.ts';
import { hasSigned, servesIn } from './find-stewards.ts';
import { isRecusedSteward } from './recusal.ts';
import { readSettings } from './settings.ts';
import { endTurn, handOver, holdTurn, type Outcome } from './turns.ts';
import { weighOpinions } from './weigh-opinions.ts';

/** What a steward says of an answer; of a fix they need not write the text. */
export type StewardOpinion = Pick<AuditOpinionRow, 'reason' | 'note'> & {
  verdict: AuditOpinionRow['verdict'] | 'unsure';
  /** The version of the answer that they had in front of them. */
  version: number;
  rubric?: Partial<Rubric>;
};

/**
 * A steward says what they think of an audited answer. In mixed nothing moves by it. In the
 * community's hands the second of two who agree decides, with all that follows from a verdict of
 * staff; whoever is not sure leaves it to staff. Answers with how it left the stewards, if it did.
 */
export async function giveStewardOpinion(
  work: Work,
  markdown: Markdown,
  id: AuditId,
  said: StewardOpinion,
): Promise<Outcome | undefined> {
  const steward = writingMember(work);
  const held = await holdAudit(work, id);
  const turn = found(await holdTurn(work, id), 'audit');
  await refuseStranger(work, steward, { held, turn });
  await refuseIfDecided(work, held);
  if (turn.ended_at !== null) throw new Conflict('Our team has this one now. Thank you.');
  await refuseIfStale(work, held, said.version);

  if (said.verdict === 'unsure') {
    await logAct(work, { act: 'steward-unsure', subject: `audit:${String(id)}` });
    await handOver(work, id, 'unsure');
    return 'unsure';
  }
  const { verdict, reason, note, version, rubric } = said;
  const opinion = { verdict, reason, note, rubric, answer_version: version, body: null };
  await giveOpinion(work, held.audit, { ...opinion, capacity: 'steward' });
  return settle(work, markdown, { held, turn });
}

type Turn = { held: HeldAudit; turn: StewardAuditRow };

async function settle(
  work: Work,
  markdown: Markdown,
  { held, turn }: Turn,
): Promise<Outcome | undefined> {
  const all = await readOpinions(work.trx, held.audit.id);
  const opinions = all.filter(({ capacity }) => capacity === 'steward');
  const outcome = weighOpinions(turn.mode, opinions);
  if (outcome === 'agreed') {
    await endTurn(work, held.audit.id, outcome);
    await reachVerdict(work, markdown, held, opinions);
  } else if (outcome) {
    await handOver(work, held.audit.id, outcome);
  }
  return outcome;
}

async function refuseStranger(work: Work, { id }: MemberRow, { held, turn }: Turn): Promise<void> {
  if (!(await servesIn(work.trx, id, turn.topic_id))) throw new NotFound();
  if (!(await hasSigned(work.trx, id))) throw new NotAllowed(UNSIGNED);
  const settings = await readSettings(work.trx);
  const about = { memberId: id, acceptanceId: held.acceptance.id };
  if (await isRecusedSteward(work.trx, about, { ...settings, at: work.at })) {
    throw new NotAllowed(RECUSED);
  }
}

const UNSIGNED = 'What stewards undertake has changed. Sign it first, and judge then.';

/** What a steward reads who has a part in it. */
export const RECUSED =
  'You took part in this thread or know its people well, so another steward judges it.';
