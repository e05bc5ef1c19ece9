import type { Request } from 'express';

/**
 * Who may keep a page. Everybody, where nothing in it is for one reader: they ask each time whether
 * it still holds, and a 304 says so. Whoever brings a cookie has their own, and what a member sees is
 * kept nowhere.
 */
export function cachingOf(req: Request, { personal, status = 200 }: Shown): string {
  if (personal) return 'private, no-store';
  const forAll = status === 200 && req.headers.cookie === undefined && !isSecret(req);
  return forAll ? 'public, no-cache' : 'private, no-cache';
}

type Shown = { personal: boolean; status?: number | undefined };

/** The address is the key itself, and for one reader's eyes. */
const isSecret = ({ params }: Request) => 'token' in params;
