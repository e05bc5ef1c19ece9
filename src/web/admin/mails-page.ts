import type { Page } from '../../forum/question-list.ts';
import type { Outbox, RefusedMail } from '../../notices/read-refused.ts';
import type { ReplyCount } from '../../replies/count-replies.ts';
import type { Formats } from '../format.ts';
import { withQuery } from '../forum/paths.ts';
import { nothingRefused, type EmptyState } from '../look/empty.ts';
import type { Note, Pager } from '../look/notes.ts';
import { replyLines, type ReplyLine } from './reply-counts.ts';

/** How the outbox is, and the mails that were given up. */
export type MailsPage = {
  title: string;
  note: Note;
  mails: readonly RefusedMail[];
  empty: EmptyState;
  pager: Pager;
  /** What became of the replies of four weeks. */
  replies: readonly ReplyLine[];
};

type Needs = {
  outbox: Outbox;
  replies: readonly ReplyCount[];
  after: string | undefined;
  formats: Formats;
};

export function mailsPage(
  { rows, next }: Page<RefusedMail>,
  { outbox, replies, after, formats }: Needs,
): MailsPage {
  return {
    title: 'Mails',
    note: noteOf(outbox, formats),
    mails: rows,
    replies: replyLines(replies),
    empty: nothingRefused,
    pager: {
      label: 'More mails',
      newer: after === undefined ? undefined : PATH,
      older: next === null ? undefined : withQuery(PATH, { after: next }),
      words: { newer: 'Back to the latest', older: 'Older' },
    },
  };
}

function noteOf({ due, unreachableSince, lastError }: Outbox, { count, dateTime }: Formats): Note {
  const waiting = due === 1 ? 'One mail waits.' : `${count(due)} mails wait.`;
  if (unreachableSince === null)
    return { kind: 'info', lead: 'The mail server answers.', text: waiting };
  return {
    kind: 'warn',
    lead: 'The mail server can’t be reached.',
    text: `${waiting} Last tried without success since ${dateTime(unreachableSince)}: ${lastError ?? ''}`,
  };
}

const PATH = '/admin/mails';
