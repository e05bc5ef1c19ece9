import type { AnswerId, CommentId, QuestionRow } from '../../forum/rows.ts';

type Addressed = Pick<QuestionRow, 'id' | 'slug'>;

/** The one address of a question: the number finds it, the words are for readers. */
export const questionPath = ({ id, slug }: Addressed) => `/q/${String(id)}/${slug}`;

/** Where a member says that they are writing an answer. */
export const answeringPath = ({ id }: Pick<Addressed, 'id'>) => `/q/${String(id)}/answering`;

export const answerPath = (question: Addressed, id: AnswerId) =>
  `${questionPath(question)}#a-${String(id)}`;

export const commentPath = (question: Addressed, id: CommentId) =>
  `${questionPath(question)}#c-${String(id)}`;

export const profilePath = (name: string) => `/u/${encodeURIComponent(name)}`;

export const topicPath = ({ slug }: { slug: string }) => `/topics/${slug}`;

/** An address with those of the parameters that have a value. */
export function withQuery(path: string, parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  return given.length > 0 ? `${path}?${new URLSearchParams(given).toString()}` : path;
}
