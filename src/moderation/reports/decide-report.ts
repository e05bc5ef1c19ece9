import type { Markdown } from '../../forum/markdown.ts';
import type { PostRef } from '../../forum/posts.ts';
import type { RemovalRow } from '../../forum/rows.ts';
import { Conflict, found, Invalid, NotAllowed } from '../../refusals.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { removePost } from '../posts/remove-post.ts';
import type { ReportCaseId, ReportCaseRow } from '../rows.ts';
import { imposeSanction } from '../sanctions/impose-sanction.ts';
import { LADDER } from '../sanctions/ladder.ts';
import { closeCase } from './close-case.ts';
import { maskPost } from './mask-post.ts';
import { mayDecideReport, readBarred } from './permissions.ts';
import { holdSubject, refOf, type ReportRef } from './subject.ts';

/** What is done about a report; the note goes to the author where something is done. */
export type ReportDecision =
  | { decision: 'removed'; reason: RemovalRow['reason']; note: string }
  /** `reason` is the name of a sanction's text. */
  | { decision: 'warned'; reason: string; note: string }
  | { decision: 'masked'; note: string }
  | { decision: 'dismissed'; note: string; abusive: boolean };

/**
 * Somebody who has no part in it decides on a report and does what follows, in one transaction:
 * the post is removed, what is personal in it is masked, its author is warned, or it is left as it
 * is. Every reporter hears of it. Refused with what happened if a colleague was quicker.
 */
export async function decideReport(
  work: Work,
  markdown: Markdown,
  id: ReportCaseId,
  decided: ReportDecision,
): Promise<void> {
  const moderator = actingModerator(work);
  const { reported, ref } = await holdCase(work, id);
  await refuseIfDecided(work, reported);
  if (!mayDecideReport(moderator, await readBarred(work.trx, reported))) {
    throw new NotAllowed('You wrote, asked, reported or decided this, so a colleague decides.');
  }
  await closeCase(work, reported, {
    ...{ decision: decided.decision, note: decided.note, decided_by: moderator.id },
    ground: 'reason' in decided ? decided.reason : null,
    abusive: 'abusive' in decided && decided.abusive,
  });
  await carryOut(work, markdown, { reported, ref }, decided);
  // Last, for it lets go of the reward, which a removal takes first.
  await work.record('report decided', { caseId: id, decision: decided.decision });
}

type Held = { reported: ReportCaseRow; ref: ReportRef };

/** A case and what it is about, held still: what it is about first. */
async function holdCase(work: Work, id: ReportCaseId): Promise<Held> {
  const known = found(await work.trx('report_cases').where({ id }).first(), 'report');
  const ref = refOf(known);
  await holdSubject(work, ref);
  const reported = await work.trx('report_cases').where({ id }).forUpdate().first();
  return { reported: found(reported, 'report'), ref };
}

async function refuseIfDecided(work: Work, { decision, decided_by }: ReportCaseRow): Promise<void> {
  if (decision === null) return;
  const by =
    decided_by === null ? undefined : await work.trx('members').where({ id: decided_by }).first();
  throw new Conflict(by ? `${by.name} ${DONE[decision]} already.` : 'It was removed meanwhile.');
}

const DONE: Record<NonNullable<ReportCaseRow['decision']>, string> = {
  removed: 'has removed this',
  masked: 'has masked what is personal in this',
  warned: 'has warned whoever wrote this',
  dismissed: 'has left this as it is',
};

async function carryOut(
  work: Work,
  markdown: Markdown,
  { reported, ref }: Held,
  decided: ReportDecision,
): Promise<void> {
  const { note } = decided;
  if (decided.decision === 'removed') {
    await removePost(work, postOf(ref), { reason: decided.reason, note });
  } else if (decided.decision === 'masked') {
    await maskPost(work, markdown, postOf(ref), note);
  } else if (decided.decision === 'warned') {
    const until = new Date(work.at.getTime() + WARNING);
    const { reason } = decided;
    await imposeSanction(work, reported.author_id, { kind: 'warning', reason, note, until });
  }
}

/** How long a warning stands, in milliseconds. */
const WARNING = (LADDER[0]?.days ?? 90) * 86_400_000;

function postOf(ref: ReportRef): PostRef {
  if ('profile' in ref) throw new Invalid({ decision: 'A profile can’t be removed or masked.' });
  return ref;
}
