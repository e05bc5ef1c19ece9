import { type HeldPost, holdPost } from '../../forum/held-post.ts';
import type { PostRef } from '../../forum/posts.ts';
import { Conflict, found } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { PersonalDataFindingId, PersonalDataFindingRow } from '../rows.ts';

export type Settlement = {
  state: 'masked' | 'shown';
  reason: string;
  /** What the page said became of it so far; another by now is a Conflict. */
  was: PersonalDataFindingRow['state'];
};

/** A finding and its post, held still: the post first. */
export async function holdFinding(
  work: Work,
  id: PersonalDataFindingId,
): Promise<{ finding: PersonalDataFindingRow; ref: PostRef; held: HeldPost }> {
  const known = found(await work.trx('personal_data_findings').where({ id }).first(), 'finding');
  const ref = postOf(known);
  const held = await holdPost(work, ref);
  const finding = await work.trx('personal_data_findings').where({ id }).forUpdate().first();
  return { finding: found(finding, 'finding'), ref, held };
}

/** Writes down what readers may see of a held finding from now on. */
export async function settleFinding(
  work: Work,
  finding: PersonalDataFindingRow,
  { state, reason, was }: Settlement,
): Promise<void> {
  if (finding.state !== was || finding.state === state) {
    throw new Conflict('A colleague has decided this one meanwhile.');
  }
  const decided = { decided_by: actingMember(work).id, decided_at: work.at };
  const { id } = finding;
  await work
    .trx('personal_data_findings')
    .where({ id })
    .update({ state, reason, ...decided });
}

/** Takes back what the acting member decided about a held finding; another's decision is a Conflict. */
export async function unsettleFinding(work: Work, finding: PersonalDataFindingRow): Promise<void> {
  if (finding.decided_by !== actingMember(work).id) {
    throw new Conflict('A colleague has decided this one since, so it stands.');
  }
  const waiting = { state: 'waiting', decided_by: null, decided_at: null, reason: '' } as const;
  await work.trx('personal_data_findings').where({ id: finding.id }).update(waiting);
  await work.record('personal data found', { findingId: finding.id });
}

/** Which post a finding is in. */
export function postOf(
  finding: Pick<PersonalDataFindingRow, 'question_id' | 'answer_id' | 'comment_id'>,
): PostRef {
  if (finding.question_id !== null) return { question: finding.question_id };
  if (finding.answer_id !== null) return { answer: finding.answer_id };
  return { comment: found(finding.comment_id ?? undefined, 'post') };
}
