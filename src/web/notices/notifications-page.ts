import type { Page } from '../../forum/question-list.ts';
import type { ReadNotice } from '../../notices/read-notices.ts';
import { sentenceOf } from '../../notices/sentences.ts';
import { withQuery } from '../forum/paths.ts';
import { nothingTold, type EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';

/** What a member was told, a sentence each. */
export type NotificationsPage = {
  title: string;
  notices: readonly {
    id: number;
    sentence: string;
    href: string;
    at: Date;
    unread: boolean;
  }[];
  /** Whether any of them is unread. */
  unread: boolean;
  empty: EmptyState;
  pager: Pager;
};

export function notificationsPage(
  { rows, next }: Page<ReadNotice>,
  after: string | undefined,
): NotificationsPage {
  return {
    title: 'Notifications',
    notices: rows.map((notice) => ({
      ...{ id: notice.id, sentence: sentenceOf(notice), href: notice.path },
      ...{ at: notice.happened_at, unread: notice.read_at === null },
    })),
    unread: rows.some(({ read_at }) => read_at === null),
    empty: nothingTold,
    pager: {
      label: 'More notifications',
      newer: after === undefined ? undefined : PATH,
      older: next === null ? undefined : withQuery(PATH, { after: next }),
      words: { newer: 'Back to the latest', older: 'Older' },
    },
  };
}

const PATH = '/notifications';
