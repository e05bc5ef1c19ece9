import type { AnswerId, AnswerRow } from '../../forum/rows.ts';
import { markOfficial } from '../../forum/official/mark-official.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator marks an answer of our team as the official one, or takes the mark off; logged. */
export async function setOfficial(
  work: Work,
  { answer: id, on }: { answer: AnswerId; on: boolean },
): Promise<AnswerRow> {
  actingModerator(work);
  const { answer, changed } = await markOfficial(work, { answer: id, on });
  if (changed) {
    const act = on ? 'official-marked' : 'official-unmarked';
    await logAct(work, { act, subject: `answer:${String(id)}` });
  }
  return answer;
}
