import type { ReplyCount } from '../../replies/count-replies.ts';

/** A line of what became of the replies that came in by mail. */
export type ReplyLine = { what: string; count: number };

export const replyLines = (counts: readonly ReplyCount[]): ReplyLine[] =>
  counts.map(({ became, why, count }) => ({ what: wordsOf(became, why), count }));

function wordsOf(became: ReplyCount['became'], why: string | null): string {
  const words = BECAME[became];
  return why === null ? words : `${words}: ${WHY[why] ?? why.replaceAll('-', ' ')}`;
}

const BECAME: Record<ReplyCount['became'], string> = {
  comment: 'Posted as a comment',
  held: 'Posted, and waits for a look',
  message: 'Added to a private conversation',
  dropped: 'Dropped',
  refused: 'Not posted',
};

/** By the word under which a reply is counted. */
const WHY: Readonly<Record<string, string>> = {
  bounce: 'a mail that could not be delivered, or a receipt',
  'auto-reply': 'an automatic reply',
  list: 'from a mailing list',
  loop: 'one of our own mails',
  attachments: 'something was attached',
  empty: 'nothing was written',
  quoted: 'words and quote could not be told apart',
  'too-long': 'too long',
  personal: 'it looked personal',
  'not-allowed': 'the member may not write now',
  gone: 'what it replied to was removed',
  closed: 'nothing can be added any more',
  'not-as-it-is': 'against the rules of posting',
};
