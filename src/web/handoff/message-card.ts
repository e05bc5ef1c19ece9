import type { Message } from '../../handoff/read-case.ts';
import type { CaseId } from '../../handoff/rows.ts';
import { byline, type Byline } from '../forum/byline.ts';
import { storedHtml } from '../forum/stored-html.ts';
import type { Html } from '../html.ts';

/** One message of a private conversation. */
export type MessageCard = {
  id: string;
  author: Byline;
  at: Date;
  /** Undefined where an admin took out what it said. */
  html: Html | undefined;
  /** Where an admin can take it out. */
  redactHref: string | undefined;
};

/** `redacts` names the case in which the reader may take messages out. */
export const messageCard = (message: Message, redacts?: CaseId): MessageCard => ({
  id: String(message.id),
  author: byline(message.author, message.by_staff),
  at: message.sent_at,
  html: message.redacted_at === null ? storedHtml(message.body_html) : undefined,
  redactHref:
    redacts === undefined || message.redacted_at !== null
      ? undefined
      : `/staff/cases/${String(redacts)}/messages/${String(message.id)}/redaction`,
});
