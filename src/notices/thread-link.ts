import type { AnswerId, CommentId, QuestionRow } from '../forum/rows.ts';
import type { CaseId } from '../handoff/rows.ts';
import type { Operator } from '../work.ts';

type Addressed = Pick<QuestionRow, 'id' | 'slug'>;

/** The address of a question as a mail names it, from outside the site. */
export const questionUrl = ({ siteUrl }: Pick<Operator, 'siteUrl'>, { id, slug }: Addressed) =>
  `${siteUrl}/q/${String(id)}/${slug}`;

/** The same of an answer in its thread. */
export const answerUrl = (operator: Operator, question: Addressed, id: AnswerId) =>
  `${questionUrl(operator, question)}#a-${String(id)}`;

/** The same of a comment in its thread. */
export const commentUrl = (operator: Operator, question: Addressed, id: CommentId) =>
  `${questionUrl(operator, question)}#c-${String(id)}`;

/** The same of a private conversation, as its member reads it. */
export const conversationUrl = ({ siteUrl }: Pick<Operator, 'siteUrl'>, id: CaseId) =>
  `${siteUrl}/me/conversations/${String(id)}`;
