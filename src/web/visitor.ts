import type { Request, RequestHandler } from 'express';

import type { MemberRow } from '../members/rows.ts';
import { NotFound, NotSignedIn } from '../refusals.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Express's types are extended
  namespace Express {
    interface Request {
      /** Who is signed in; read afresh for every request. */
      visitor?: MemberRow;
    }
  }
}

/** Whoever is signed in, for what needs somebody; everybody else is asked to sign in. */
export function actorOf(req: Request): MemberRow {
  if (!req.visitor) throw new NotSignedIn();
  return req.visitor;
}

/** Lets members of these roles pass. To others the address does not exist. */
export function staffOnly(...roles: Exclude<MemberRow['role'], 'member'>[]): RequestHandler {
  return (req, _res, next) => {
    const { role } = actorOf(req);
    if (!roles.some((allowed) => allowed === role)) throw new NotFound();
    next();
  };
}

/**
 * An address of ours to go on to, as a form or a query named it; the fallback for anything that
 * might lead elsewhere, such as //evil.example or /\evil.example.
 */
export function ownPath(text: unknown, fallback = '/'): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return fallback;
  if (!URL.canParse(text, HERE)) return fallback;
  const url = new URL(text, HERE);
  return url.origin === HERE ? `${url.pathname}${url.search}${url.hash}` : fallback;
}

const HERE = 'https://here.invalid';
