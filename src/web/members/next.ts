import type { Request } from 'express';

import { queryText } from '../forms.ts';
import { ownPath } from '../visitor.ts';

/** Where a form or an address says to go on to; only ever an address of ours. */
export function nextOf(req: Request): string {
  const body = (req.body ?? {}) as { next?: unknown };
  return ownPath(body.next ?? queryText(req, 'next'));
}
