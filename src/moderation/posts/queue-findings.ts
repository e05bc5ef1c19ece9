import assert from 'node:assert/strict';

import type { Events } from '../../events.ts';
import type { AnswerId, QuestionId } from '../../forum/rows.ts';
import { visible } from '../../forum/visible.ts';
import type { MemberId } from '../../members/rows.ts';
import type { PersonalDataFindingId, PersonalDataFindingRow } from '../../trust/rows.ts';
import type { Work } from '../../work.ts';
import { openItem, settleItem } from '../queue/items.ts';

/** Puts what looks personal in a published post before staff. */
export async function queueFinding(
  work: Work,
  { findingId }: Events['personal data found'],
): Promise<void> {
  const [finding] = await readWaiting(work, 'f.id = ?', findingId);
  assert(finding, 'what was found waits');
  await settleOrOpen(work, finding);
}

/** Takes out of the queue what the author has taken out of the post. */
export const settleFindingItem = (work: Work, { findingId }: Events['personal data gone']) =>
  settleItem(work, { kind: 'personal-data', subject_id: findingId });

/** What nobody can read needs no decision; what is put back waits again, in the whole thread. */
export async function sweepFindings(
  work: Work,
  { questionId }: Pick<Events['post removed'], 'questionId'>,
): Promise<void> {
  for (const finding of await readWaiting(work, 'q.id = ?', questionId)) {
    await settleOrOpen(work, finding);
  }
}

type Waiting = Pick<PersonalDataFindingRow, 'id' | 'kind' | 'disputed'> & {
  question_id: QuestionId;
  answer_id: AnswerId | null;
  author_id: MemberId;
  is_visible: boolean;
};

async function settleOrOpen(work: Work, finding: Waiting): Promise<void> {
  const subject = { kind: 'personal-data', subject_id: finding.id } as const;
  if (!finding.is_visible) {
    await settleItem(work, subject);
    return;
  }
  const { question_id, answer_id, author_id, kind, disputed } = finding;
  await openItem(work, {
    ...{ ...subject, question_id, answer_id, member_id: author_id, risk: riskOf(finding) },
    ...{ reasons: [`personal-${kind}`, ...(disputed ? ['disputed'] : [])], barred: [author_id] },
  });
}

/** A mask hides it meanwhile, so that nothing leaks; what opens a SIM or pays is looked at first. */
const riskOf = ({ kind }: Waiting) => (['puk', 'pac', 'card'].includes(kind) ? 3 : 2);

async function readWaiting(
  { trx }: Work,
  where: 'f.id = ?' | 'q.id = ?',
  id: PersonalDataFindingId | QuestionId,
): Promise<Waiting[]> {
  const { rows } = await trx.raw<{ rows: Waiting[] }>(
    `select f.id, f.kind, f.disputed, q.id as question_id, a.id as answer_id,
            coalesce(c.author_id, a.author_id, q.author_id) as author_id,
            ${visible.answer} and c.removed_at is null as is_visible
       from personal_data_findings f
       left join comments c on c.id = f.comment_id
       left join answers a on a.id = coalesce(f.answer_id, c.answer_id)
       join questions q on q.id = coalesce(f.question_id, c.question_id, a.question_id)
      where f.state = 'waiting' and ${where}
      order by f.id`,
    [id],
  );
  return rows;
}
