import type { Branded } from '../db/branded.ts';
import { NotFound } from '../refusals.ts';

/** An id from an address. What is not an id is not found, rather than not valid. */
export function idFrom<Id extends Branded<number, string>>(
  text: string | string[] | undefined,
): Id {
  const id = typeof text === 'string' && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Infinity;
  if (id > MAX_INT4) throw new NotFound();
  return id as Id;
}

/** The largest number that PostgreSQL's integer holds. */
const MAX_INT4 = 2_147_483_647;
