import type { Request } from 'express';

import { parseMonth, type Month } from '../../ledger/dates.ts';
import { NotFound } from '../../refusals.ts';
import { queryText } from '../forms.ts';

/** A month from an address. What is no month, or none of this age, is not found. */
export function monthFrom(text: unknown): Month {
  const month = typeof text === 'string' ? parseMonth(text) : undefined;
  if (month === undefined || month < '2000-01' || month > '2199-12') {
    throw new NotFound('We can’t find that month.');
  }
  return month;
}

/** The month that a page was asked for, if it was; an empty choice is none. */
export function askedMonth(req: Request, name: string): Month | undefined {
  const text = queryText(req, name);
  return text === undefined || text === '' ? undefined : monthFrom(text);
}
