import type { AnswerId, QuestionRow } from '../forum/rows.ts';
import type { Operator } from '../work.ts';

/** The address of an answer as a mail names it, from outside the site. */
export const answerUrl = (
  { siteUrl }: Operator,
  { id, slug }: Pick<QuestionRow, 'id' | 'slug'>,
  answerId: AnswerId,
) => `${siteUrl}/q/${String(id)}/${slug}#a-${String(answerId)}`;
