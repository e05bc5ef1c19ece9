import type { ThreadComment } from '../../forum/thread.ts';
import type { CommentId } from '../../forum/rows.ts';
import type { Html } from '../html.ts';
import { byline, type Byline } from './byline.ts';
import type { Reader } from './reader.ts';
import { storedHtml } from './stored-html.ts';
import { tombstoneNote, type TombstoneNote } from './tombstone.ts';

/** The comments under a question or an answer, and the form for another. */
export type CommentList = {
  /** Unique on the page. */
  id: string;
  action: string;
  comments: readonly CommentItem[];
  label: string;
  /** What they are about, for those who hear the page: such as "this answer from Tom". */
  on: string;
  mayAdd: boolean;
  mayModerate: boolean;
  /** What was typed before signing in. */
  draft: string;
};

type CommentItem = {
  id: CommentId;
  /** Unlike that of any other comment on the page. */
  label: string;
  author: Byline;
  body: Html;
  at: Date;
  removed: TombstoneNote | undefined;
  /** Whether the reader has blocked whoever wrote it. */
  folded: boolean;
  mayReport: boolean;
  waits: boolean;
};

type Place = Pick<CommentList, 'id' | 'action' | 'on' | 'mayAdd' | 'mayModerate' | 'draft'> &
  Pick<Reader, 'viewer' | 'blocked'>;

/** Comments, the oldest first. */
export function commentList(
  comments: readonly ThreadComment[],
  { viewer, blocked, ...place }: Place,
): CommentList {
  return {
    ...place,
    label: labelOf(comments),
    comments: comments.map((comment, index) => ({
      ...{ id: comment.id, label: `comment ${String(index + 1)} on ${place.on}` },
      author: byline(comment.author),
      body: storedHtml(comment.body_html),
      at: comment.made_at,
      removed: comment.removed ? tombstoneNote(comment.removed, comment) : undefined,
      folded: blocked.has(comment.author_id),
      mayReport: comment.removed_at === null && viewer?.id !== comment.author_id,
      waits: comment.held_at !== null,
    })),
  };
}

function labelOf({ length }: readonly ThreadComment[]): string {
  if (length === 0) return 'Add a comment';
  return length === 1 ? '1 comment' : `${String(length)} comments`;
}
