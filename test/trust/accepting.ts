import type { MemberRow } from '#src/members/rows.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { Domain } from '#test/support/domain.ts';
import { aQuestion, anAnswer } from '#test/support/make.ts';
import { rewarding } from '#test/support/rewarding.ts';

/** Minutes from the question to its acceptance: within the hour, and not. */
export const [QUICK, SLOW] = [20, 500];

/** Has an asker accept an author's answer, so many minutes after the question; the clock goes on. */
export async function accepts(
  domain: Pick<Domain, 'db' | 'owner' | 'perform' | 'now' | 'itIsNow'>,
  asker: MemberRow,
  author: MemberRow,
  minutes = QUICK,
): Promise<AnswerRow> {
  const { owner, now, itIsNow } = domain;
  const later = (by: number) => new Date(now().getTime() + by * 60_000);
  const question = await aQuestion(owner, { author_id: asker.id, asked_at: now() });
  const said = { question_id: question.id, author_id: author.id, answered_at: later(5) };
  const answer = await anAnswer(owner, said);
  itIsNow(later(minutes));
  await rewarding(domain).accept(asker, answer);
  return answer;
}

/** Every member accepts so many answers of the next one, round and round. */
export async function acceptInACircle(
  domain: Parameters<typeof accepts>[0],
  members: readonly MemberRow[],
  { times = 3, minutes = QUICK } = {},
): Promise<AnswerRow[]> {
  const answers: AnswerRow[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const [index, asker] of members.entries()) {
      const author = members[(index + 1) % members.length]!;
      answers.push(await accepts(domain, asker, author, minutes));
    }
  }
  return answers;
}
