import type { Request, Response } from 'express';

import { readCookie } from './cookies.ts';

export type Theme = 'light' | 'dark' | 'system';

/** The colours that the reader chose; undefined follows the reader's device. */
export function themeOf(req: Request): 'light' | 'dark' | undefined {
  const choice = readCookie(req, NAME);
  return choice === 'light' || choice === 'dark' ? choice : undefined;
}

/** Keeps the choice for a year; following the device needs no cookie. */
export function chooseTheme(res: Response, theme: Theme): void {
  if (theme === 'system') res.clearCookie(NAME, OPTIONS);
  else res.cookie(NAME, theme, { ...OPTIONS, maxAge: A_YEAR });
}

const NAME = 'theme';
const OPTIONS = { httpOnly: true, sameSite: 'lax', path: '/' } as const;
const A_YEAR = 365 * 24 * 3_600_000;
