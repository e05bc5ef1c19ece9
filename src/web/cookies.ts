import type { CookieOptions, Request } from 'express';

import type { Config } from '../config.ts';

/** One cookie as the browser sent it, or nothing. Only for cookies whose values are plain words. */
export function readCookie(req: Request, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** How our cookies are kept: out of reach of scripts and of other sites' forms. */
export const cookieOptions = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const satisfies CookieOptions;

/** Whether visitors reach us by https, whatever stands in front of us. */
export const isSecure = (config: Config) => config.SITE_URL.startsWith('https://');
