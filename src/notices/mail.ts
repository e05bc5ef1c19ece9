import type { MemberId } from '../members/rows.ts';
import type { Foot } from './foot.ts';
import type { ReplyOffer } from './reply-offer.ts';
import type { MailRow } from './rows.ts';

/** A mail as its writer thinks of it: one idea, at most one button. */
export type Mail = {
  kind: MailRow['kind'];
  memberId: MemberId;
  to: string;
  /** What it is about: the same is told once, however often it is written. */
  dedupeKey: string;
  subject: string;
  /** Paragraphs of plain text, with a blank line between them. */
  text: string;
  button?: { label: string; url: string };
  /** Why it came and how to stop such mails; without it, it is about the member's account. */
  foot?: Foot;
  /** Where a reply goes; without it nobody reads one. */
  reply?: ReplyOffer | undefined;
  /** Not before; at once unless named. */
  sendAfter?: Date;
};
