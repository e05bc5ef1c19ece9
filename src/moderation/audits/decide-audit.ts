import type { Markdown } from '../../forum/markdown.ts';
import { Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { answerShowing, findShowing } from '../agreement/known-items/showings.ts';
import { giveOpinion, readOpinions, type Opinion } from '../agreement/opinions.ts';
import type { Rubric } from '../agreement/rubric.ts';
import { isDecisive } from '../agreement/weigh.ts';
import { mayAudit } from '../permissions.ts';
import { freeItem } from '../queue/items.ts';
import type { AuditId, VerdictRow } from '../rows.ts';
import { type HeldAudit, holdAudit } from './hold-audit.ts';
import { queueAudit } from './queue-audit.ts';
import { reachVerdict } from './reach-verdict.ts';
import { refuseIfDecided, refuseIfStale } from './refuse-decision.ts';

export type Decision = Pick<VerdictRow, 'verdict' | 'reason' | 'note'> & {
  /** The version of the answer that the moderator had in front of them. */
  version: number;
  /** The mended text: with a fix, and only then. */
  body?: string;
  rubric?: Partial<Rubric>;
};

/**
 * A moderator decides an audit: the verdict, what it does to the answer and what it moves in the
 * ledger are one transaction. Refused with what happened if it was decided or edited meanwhile.
 * Where a second person is to judge it too, the decision is an opinion until they agree, nothing
 * moves, and there is no verdict to return. Of a known item it is only noted.
 */
export async function decideAudit(
  work: Work,
  markdown: Markdown,
  id: AuditId,
  decision: Decision,
): Promise<VerdictRow | undefined> {
  const moderator = actingModerator(work);
  const showing = await findShowing(work.trx, id);
  if (showing) {
    await answerShowing(work, showing, decision);
    return undefined;
  }
  const held = await holdAudit(work, id);
  if (!mayAudit(moderator, held.acceptance)) {
    throw new NotAllowed('You wrote, asked for or accepted this answer, so a colleague decides.');
  }
  await refuseIfDecided(work, held);
  await refuseIfStale(work, held, decision.version);
  refuseIfUnchanged(held, decision);

  await giveOpinion(work, held.audit, opinionOf(decision));
  const all = await readOpinions(work.trx, id);
  const opinions = all.filter(({ capacity }) => capacity === 'staff');
  if (isDecisive(opinions, held.audit.opinions_wanted)) {
    return reachVerdict(work, markdown, held, opinions);
  }
  await waitForColleague(work, id);
  return undefined;
}

function refuseIfUnchanged({ answer }: HeldAudit, { verdict, body }: Decision): void {
  if (verdict !== 'fix') return;
  if (body === undefined || body.trim() === answer.body.trim()) {
    throw new Invalid({ body: 'Change what needs mending, or pass the answer as it is.' });
  }
}

const opinionOf = ({ verdict, reason, note, version, body, rubric }: Decision): Opinion => ({
  ...{ capacity: 'staff', verdict, reason, note, rubric, answer_version: version },
  body: verdict === 'fix' ? (body ?? null) : null,
});

/** Back in the queue, for everybody but those who have judged it. */
async function waitForColleague(work: Work, id: AuditId): Promise<void> {
  await freeItem(work, { kind: 'audit', subject_id: id });
  await queueAudit(work, id);
}
