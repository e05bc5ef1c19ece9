import { NotFound } from '../refusals.ts';

/** Where a stretch of a list ended: the sort key of its last row, and its id to break ties. */
export type Cursor = { key: number; id: number };

/** Opaque text for an address. */
export const cursorText = ({ key, id }: Cursor) =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** What `cursorText` made; anything else is an address that does not exist. */
export function parseCursor(text: string): Cursor {
  const [key, id, ...rest] = numbersIn(text);
  if (key === undefined || id === undefined || rest.length > 0) throw new NotFound();
  if (Math.abs(key) > LATEST || !Number.isInteger(id) || id < 1 || id > 2_147_483_647) {
    throw new NotFound();
  }
  return { key, id };
}

/** The instant of a cursor whose sort key is one. */
export const instantOf = (cursor: Cursor | undefined) =>
  cursor ? new Date(Math.trunc(cursor.key)) : null;

/** The last millisecond of the year 9999, far inside what PostgreSQL can compare. */
const LATEST = 253_402_300_799_999;

function numbersIn(text: string): number[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text.slice(0, 100), 'base64url').toString());
    return Array.isArray(parsed) && parsed.every(isNumber) ? parsed : [];
  } catch {
    return [];
  }
}

const isNumber = (part: unknown): part is number => Number.isFinite(part);
