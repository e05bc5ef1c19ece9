import type { Request, Response } from 'express';

import { readCookie } from './cookies.ts';
import { FLASHES, type FlashKey } from './flash-texts.ts';

export type Flash = { readonly key: FlashKey; readonly text: string };

/** Says once, on the next page, that something was done. The server keeps nothing. */
export function flash(res: Response, key: FlashKey): void {
  res.cookie(NAME, key, { ...OPTIONS, maxAge: 60_000 });
}

/** What the last page had to say, said only once. */
export function takeFlash(req: Request, res: Response): Flash | undefined {
  const key = readCookie(req, NAME);
  if (key === undefined) return undefined;
  res.clearCookie(NAME, OPTIONS);
  return isFlash(key) ? { key, text: FLASHES[key] } : undefined;
}

const NAME = 'flash';
const OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/' } as const;

const isFlash = (key: string): key is FlashKey => Object.hasOwn(FLASHES, key);
