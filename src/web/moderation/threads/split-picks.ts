import type { AnswerId, CommentId } from '../../../forum/rows.ts';
import type { Picks } from '../../../forum/threads/pick-posts.ts';

/** A post as a form names it: `a12` for an answer, `c5` for a comment. */
export const markOf = (kind: 'answer' | 'comment', id: AnswerId | CommentId) =>
  `${kind === 'answer' ? 'a' : 'c'}${String(id)}`;

/** The posts that marks name, each once; what is no mark is left out. */
export function picksFrom(given: unknown): Picks {
  const marks = new Set(Array.isArray(given) ? given : [given]);
  const ids = (letter: string) =>
    [...marks].flatMap((mark: unknown) => {
      const [, kind, id] = /^([ac])([1-9]\d{0,8})$/.exec(String(mark)) ?? [];
      return kind === letter ? [Number(id)] : [];
    });
  return { answers: ids('a') as AnswerId[], comments: ids('c') as CommentId[] };
}
