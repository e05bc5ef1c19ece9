import type { Tombstone } from '../../forum/thread.ts';
import type { Html } from '../html.ts';
import { storedHtml } from './stored-html.ts';
import { REMOVED_BECAUSE } from './words.ts';

/** What stands where our team took something down. */
export type TombstoneNote = {
  at: Date;
  reason: string;
  /** For whoever wrote it and for moderators. */
  note: string | undefined;
  /** What it said, for those who may still read it. */
  body: Html | undefined;
};

export function tombstoneNote(
  { reason, note, at }: Tombstone,
  { body_html }: { body_html: string },
): TombstoneNote {
  return {
    at,
    reason: REMOVED_BECAUSE[reason],
    note: note ?? undefined,
    body: body_html === '' ? undefined : storedHtml(body_html),
  };
}
