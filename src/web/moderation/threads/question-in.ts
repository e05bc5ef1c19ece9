import type { QuestionId } from '../../../forum/rows.ts';

/** The number of a question, as it is typed or as it stands in an address. */
export function questionIn(text: string): QuestionId | undefined {
  const [, number] = /(?:^|\/q\/)([1-9]\d{0,8})(?:$|[/?#])/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : (Number(number) as QuestionId);
}
