import 'express-session';

import type { Request, RequestHandler } from 'express';

import { typedIn, type Typed } from './forms.ts';

export type Draft = { action: string; typed: Typed };

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
  // Whoever saves a draft or adds a picture before signing in means the form that it is of.
  const form = req.path.replace(/\/(?:draft|picture)$/, '');
  const others = (req.session.drafts ?? []).filter(({ action }) => action !== form);
  req.session.drafts = [{ action: form, typed }, ...others].slice(0, MOST);
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

/** Keeps what can be kept elsewhere no longer; `carry` says whether it was. */
export async function carryOver(
  req: Request,
  carry: (draft: Draft) => Promise<boolean>,
): Promise<void> {
  const left: Draft[] = [];
  for (const draft of savedDrafts(req)) if (!(await carry(draft))) left.push(draft);
  if (req.session.drafts) req.session.drafts = left;
}

const MOST = 3;

/** Plumbing addresses have no session at all. */
const savedDrafts = (req: Request): Draft[] =>
  (req.session as Partial<Request['session']> | undefined)?.drafts ?? [];
