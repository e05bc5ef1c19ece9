import { z } from 'zod';

import type { Place } from '../../../moderation/queue/waiting-sql.ts';
import { NotFound } from '../../../refusals.ts';

/** Where a page of the queue ended, and as the queue stood when: ages grow while one reads. */
export type QueueCursor = { at: Date; place: Place };

/** Opaque text for an address. */
export const pageText = ({ at, place: { score, risk, id } }: QueueCursor): string =>
  Buffer.from(JSON.stringify([at.getTime(), score, risk, id])).toString('base64url');

/** What `pageText` made; anything else is an address that does not exist. */
export function cursorFrom(text: string | undefined): QueueCursor | undefined {
  if (text === undefined) return undefined;
  const { success, data } = CURSOR.safeParse(parsed(text));
  if (!success) throw new NotFound();
  const [at, score, risk, id] = data;
  return { at: new Date(at), place: { score, risk, id } };
}

/** The last millisecond of the year 9999. */
const LATEST = 253_402_300_799_999;

const CURSOR = z.tuple([
  z.int().min(0).max(LATEST),
  z
    .int()
    .min(-5 * LATEST)
    .max(5 * LATEST),
  z.int().min(1).max(5),
  z.int().min(1).max(2_147_483_647),
]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text.slice(0, 200), 'base64url').toString());
  } catch {
    return undefined;
  }
}
