import type { Request } from 'express';

import { queryText } from '../forms.ts';

/** The number of a version; a page of the newest where there is none. */
export function beforeOf(req: Request): number | undefined {
  const text = queryText(req, 'before');
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
