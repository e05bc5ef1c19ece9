import 'express-session';

import type { Request, RequestHandler } from 'express';

import { typedIn, type Typed } from './forms.ts';

type Draft = { action: string; typed: Typed };

declare module 'express-session' {
  interface SessionData {
    drafts?: Draft[];
  }
}

/**
 * Keeps what a signed-out visitor typed, until they have signed in: for the form itself, also where
 * they were about to put a picture in. True if there was a text.
 */
export function keepDraft(req: Request): boolean {
  const typed = typedIn(req.body);
  const worthKeeping = Object.values(typed).some((text) => text.length > 3);
  if (!worthKeeping) return false;
  const action = req.path.replace(/\/picture$/, '');
  const others = (req.session.drafts ?? []).filter((draft) => draft.action !== action);
  req.session.drafts = [{ action, typed }, ...others].slice(0, MOST);
  return true;
}

/** What was typed for this address before signing in; it is offered until it is posted. */
export function draftFor(req: Request, action: string): Typed | undefined {
  return savedDrafts(req).find((draft) => draft.action === action)?.typed;
}

/** Whether anything is kept for when this visitor has signed in. */
export const draftsWait = (req: Request): boolean => savedDrafts(req).length > 0;

/** Forgets a draft that a member now posts: from here on the page itself keeps what they typed. */
export const draftsArePosted: RequestHandler = (req, _res, next) => {
  if (req.method === 'POST' && req.visitor && draftFor(req, req.path)) {
    req.session.drafts = savedDrafts(req).filter(({ action }) => action !== req.path);
  }
  next();
};

const MOST = 3;

/** Plumbing addresses have no session at all. */
const savedDrafts = (req: Request): Draft[] =>
  (req.session as Partial<Request['session']> | undefined)?.drafts ?? [];
