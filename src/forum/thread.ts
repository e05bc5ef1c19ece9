import type { Author } from './authors.ts';
import type {
  AcceptanceRow,
  AnswerRow,
  CommentRow,
  QuestionRow,
  RemovalRow,
  TopicRow,
} from './rows.ts';
import type { Summary } from './summarise-question.ts';

/** What stands where a post was taken down. The note is for its author and for moderators. */
export type Tombstone = {
  at: Date;
  reason: RemovalRow['reason'];
  note: string | null;
};

/** A comment; its texts are empty where it was removed and the viewer may not see it. */
export type ThreadComment = CommentRow & { author: Author; removed: Tombstone | null };

/** An acceptance, and the name of whoever asked. */
export type ThreadAcceptance = AcceptanceRow & { asker_name: string };

/** A question that was merged into this one. */
export type MergedQuestion = Pick<QuestionRow, 'id' | 'title' | 'asked_at'> & { asker: string };

/** An answer; its texts are empty where it was removed and the viewer may not see it. */
export type ThreadAnswer = AnswerRow & {
  author: Author;
  /** How many answers of this author are accepted now, anywhere. */
  author_accepted: number;
  removed: Tombstone | null;
  /** Oldest first; none where the answer was removed. */
  comments: ThreadComment[];
  /** Every time this answer was accepted, oldest first. */
  acceptances: ThreadAcceptance[];
  /** Who accepted it for a question that was merged into this one, and still does. */
  accepted_by_others: Pick<Author, 'id' | 'name'>[];
  /** Of the viewer: 0 without a vote or a viewer. */
  my_vote: -1 | 0 | 1;
  i_was_helped: boolean;
  /** Whether our team gives it for its own. */
  official: boolean;
};

export type ThreadQuestion = QuestionRow & {
  author: Author;
  topic: Pick<TopicRow, 'id' | 'slug' | 'name' | 'icon'>;
  removed: Tombstone | null;
  /** What it comes to, where our team has said so. */
  summary: Summary | null;
  /** What asked the same and leads here, oldest first. */
  merged: MergedQuestion[];
  comments: ThreadComment[];
  /** Of the viewer: 0 without a vote or a viewer. */
  my_vote: -1 | 0 | 1;
  i_follow: boolean;
  i_have_this_too: boolean;
};

export type Thread = {
  question: ThreadQuestion;
  /** The accepted one first, then in the order asked for. Removed ones stay as tombstones. */
  answers: ThreadAnswer[];
  /** The acceptance that stands, with the answer's id in it. */
  acceptance: AcceptanceRow | null;
  /** The one of which the asker says that it has not solved it after all. */
  doubted: AcceptanceRow | null;
};

/** Best: the highest score first, then the oldest. New: the newest first. */
export type ThreadSort = 'best' | 'new';
