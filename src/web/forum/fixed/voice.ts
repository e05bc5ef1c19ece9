import { createHmac } from 'node:crypto';

import type { Request } from 'express';

import type { Deps } from '../../deps.ts';
import { addressOf } from '../../limits.ts';

/**
 * Somebody for a day and for one purpose: a hash of where they come from, or of who is signed in,
 * under a key that nobody can make again without the site's secret. No cookie is set, and it tells
 * neither the address nor that two purposes are of the same person.
 */
export function voiceOf(
  { secrets, now }: Pick<Deps, 'secrets' | 'now'>,
  req: Request,
  purpose: string,
): string {
  const day = now().toISOString().slice(0, 10);
  const key = createHmac('sha256', secrets.SESSION_SECRET).update(`voices of ${day}`).digest();
  const who = req.visitor ? `member ${String(req.visitor.id)}` : `address ${addressOf(req)}`;
  return createHmac('sha256', key).update(`${purpose}\n${who}`).digest('hex');
}
