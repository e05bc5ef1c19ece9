import type { AnswerId, CommentId } from '../../../forum/rows.ts';
import type { FiledPost, PostKind } from '../../../moderation/member-file/read-posts.ts';
import { answerPath, commentPath, questionPath, withQuery } from '../../forum/paths.ts';
import { plainText, shorten } from '../../forum/stored-html.ts';
import type { Tabs } from '../../forum/tabs.ts';
import type { Pager } from '../../look/notes.ts';
import { filePath } from './file-path.ts';

/** A post as a line of its author's file. */
export type PostRow = {
  href: string | undefined;
  question: string;
  excerpt: string;
  at: Date;
  note: string;
};

type Member = { name: string };

/** Admins do not see what was taken down; `candid` is who does. */
export const postRows = (
  posts: readonly FiledPost[],
  { kind, candid }: { kind: PostKind; candid: boolean },
): PostRow[] =>
  posts.map((post) => {
    const shown = candid || !post.hidden;
    return {
      href: shown ? pathOf(post, kind) : undefined,
      question: shown ? post.question.title : 'Taken down',
      excerpt: shown ? shorten(plainText(post.body_html), 180) : '',
      at: post.at,
      note: noteOf(post),
    };
  });

export const postTabs = (member: Member, current: PostKind): Tabs => ({
  label: 'Which posts',
  links: KINDS.map((kind) => ({
    href: withQuery(filePath(member), { posts: kind }),
    label: KIND_WORDS[kind],
    current: kind === current,
  })),
});

/** The kind of that name; answers where there is none. */
export const postKind = (text: string | undefined): PostKind =>
  KINDS.find((kind) => kind === text) ?? 'answers';

export function postsPager(
  member: Member,
  { kind, after, next }: { kind: PostKind; after: string | undefined; next: string | null },
): Pager {
  const at = (cursor?: string) => withQuery(filePath(member), { posts: kind, after: cursor });
  return {
    label: 'More posts',
    newer: after === undefined ? undefined : at(),
    older: next === null ? undefined : at(next),
    words: { newer: 'Back to the newest', older: 'Older posts' },
  };
}

const KINDS = ['answers', 'questions', 'comments'] as const satisfies PostKind[];
const KIND_WORDS: Record<PostKind, string> = {
  ...{ answers: 'Answers', questions: 'Questions', comments: 'Comments' },
};

function pathOf({ id, question }: FiledPost, kind: PostKind): string {
  if (kind === 'answers') return answerPath(question, id as AnswerId);
  return kind === 'comments' ? commentPath(question, id as CommentId) : questionPath(question);
}

function noteOf({ removed, accepted, hidden }: FiledPost): string {
  if (removed !== null) return `Removed: ${removed}`;
  if (hidden) return 'Not visible: what it belongs to was removed';
  return accepted ? 'Accepted' : '';
}
