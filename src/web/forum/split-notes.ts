import { mayModerate } from '../../forum/permissions.ts';
import type { QuestionRow } from '../../forum/rows.ts';
import type { GonePost, Splits } from '../../forum/threads/read-splits.ts';
import type { MemberRow } from '../../members/rows.ts';
import { commentPath, questionPath } from './paths.ts';

/** Where part of a thread has gone, and what it came out of itself. */
export type SplitNotes = {
  off: readonly (Note & { posts: readonly { anchor: string; href: string; label: string }[] })[];
  /** `undoHref` for whoever may take it back. */
  from: (Note & { undoHref: string | undefined }) | undefined;
};

type Note = { href: string; title: string; at: Date };

/** What a thread says where posts were split off; a link to one that stood there leads on. */
export function splitNotes(
  { off, from }: Splits,
  { id }: Pick<QuestionRow, 'id'>,
  viewer: MemberRow | undefined,
): SplitNotes {
  const undoHref =
    viewer !== undefined && mayModerate(viewer) ? `/q/${String(id)}/split/undo` : undefined;
  return {
    off: off.map(({ posts, at, ...question }) => ({
      ...{ href: questionPath(question), title: question.title, at },
      posts: posts.map((post) => goneFrom(post, question)),
    })),
    from: from && { href: questionPath(from), title: from.title, at: from.at, undoHref },
  };
}

const goneFrom = (post: GonePost, question: Pick<QuestionRow, 'id' | 'slug'>) =>
  post.kind === 'answer'
    ? {
        ...{ anchor: `a-${String(post.id)}`, href: `/a/${String(post.id)}` },
        label: `what ${post.author} answered`,
      }
    : {
        ...{ anchor: `c-${String(post.id)}`, href: commentPath(question, post.id) },
        label: `what ${post.author} commented`,
      };
