import type { Html } from '../html.ts';
import type { IconName } from './icons.ts';

/** A remark in the flow of a page, in a colour and with a sign that say who makes it. */
export type Note = {
  kind: 'info' | 'warn' | 'staff';
  icon?: IconName | undefined;
  /** The point, in a few words. */
  lead: string;
  text?: string | undefined;
  /** What no text can say, such as a link in the middle. */
  body?: Html | undefined;
  link?: { href: string; label: string } | undefined;
  /** Whether it came with this very page and should be read out. */
  status?: boolean | undefined;
};

/** What stands above a form that was refused; `field` is the id of the control to go to. */
export type ErrorSummary = { errors: readonly { field: string; message: string }[] };

/** The ways on from one screenful of a list; lists are paged by keys and have no page numbers. */
export type Pager = {
  label: string;
  newer?: string | undefined;
  older?: string | undefined;
  /** What the links say; Newer and Older unless given. */
  words?: { newer: string; older: string } | undefined;
  note?: string | undefined;
};
