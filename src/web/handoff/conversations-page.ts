import type { Page } from '../../forum/question-list.ts';
import type { ListedCase } from '../../handoff/list-cases.ts';
import { withQuery } from '../forum/paths.ts';
import { noConversations, type EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { clockOf, type Clock } from './clock.ts';

/** A member's private conversations with the team. */
export type ConversationsPage = {
  title: string;
  conversations: readonly ConversationLine[];
  empty: EmptyState;
  pager: Pager;
};

export type ConversationLine = { href: string; subject: string; clock: Clock; at: Date };

export function conversationsPage(
  { rows, next }: Page<ListedCase>,
  { after, now }: { after: string | undefined; now: Date },
): ConversationsPage {
  return {
    title: 'Your conversations with us',
    conversations: rows.map((row) => ({
      href: conversationPath(row),
      subject: row.subject,
      clock: clockOf(row, { side: 'member', now }),
      at: row.moved_at,
    })),
    empty: noConversations,
    pager: {
      label: 'More conversations',
      newer: after === undefined ? undefined : PATH,
      older: next === null ? undefined : withQuery(PATH, { after: next }),
      words: { newer: 'Back to the latest', older: 'Older conversations' },
    },
  };
}

export const conversationPath = ({ id }: Pick<ListedCase, 'id'>) => `${PATH}/${String(id)}`;

const PATH = '/me/conversations';
