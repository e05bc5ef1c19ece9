import type { Handle } from './people.ts';
import type { TopicSlug } from './topics.ts';

/** Minutes after the question was asked. The seed turns them into instants. */
type Minutes = number;

/** A remark under a question or an answer. */
export type Remark = { by: Handle; after: Minutes; body: string };

/** What a moderator decided about an accepted answer; `body` is the mended text of a fix. */
export type Verdict = {
  by: 'Hannah' | 'Marcus';
  after: Minutes;
  verdict: 'pass' | 'fix' | 'fail';
  /** Why an answer failed: only with `fail`. */
  reason?: 'wrong' | 'unsafe' | 'copied' | 'gaming';
  /** What the author reads. */
  note?: string;
  body?: string;
  /** What the other moderator said, who judged it too, where the two differ. */
  otherwise?: Pick<Verdict, 'verdict' | 'reason' | 'note' | 'body'>;
};

/** One answer, in Markdown, with what people made of it. */
export type Reply = {
  by: Handle;
  after: Minutes;
  body: string;
  /** The canned text that one of the team wrote it with. */
  canned?: string;
  up?: Handle[];
  down?: Handle[];
  comments?: Remark[];
  /** Others, not the asker, whom this helped as well. */
  alsoHelped?: Handle[];
  /** A later version, kept in the history. */
  edit?: { after: Minutes; body: string; reason: string };
  /** Set on the answer that the asker accepted; a thread may accept one answer and then another. */
  accepted?: { after: Minutes; withdrawnAfter?: Minutes };
  /** Set where a moderator has decided by now; an accepted answer without it waits or was not drawn. */
  audit?: Verdict;
  /** Taken down by staff. */
  removed?: {
    by: 'Hannah' | 'Marcus';
    after: Minutes;
    reason: 'spam' | 'rude';
    note: string;
  };
};

/** One question and all that followed, told in the order it happened. */
export type Thread = {
  topic: TopicSlug;
  by: Handle;
  /** Whole days before the day of seeding, 0 to 120, and the local time of day, "10:42". */
  daysAgo: number;
  at: string;
  title: string;
  body: string;
  up?: Handle[];
  meToo?: Handle[];
  follow?: Handle[];
  comments?: Remark[];
  edit?: { after: Minutes; body: string; reason: string };
  answers: Reply[];
  /** What the asker said where no single answer was accepted. */
  resolution?: { as: 'no-single-answer' | 'still-not-solved'; after: Minutes };
};
