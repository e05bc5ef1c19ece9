import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';

import { Suspended } from '../members/writing-member.ts';
import { NotFound, NotSignedIn, Refusal, TooLarge, TooMany, Unavailable } from '../refusals.ts';
import type { Deps } from './deps.ts';
import { keepDraft } from './drafts.ts';
import { typedIn } from './forms.ts';
import { addressOf } from './limits.ts';
import { explainSuspension } from './moderation/sanctions/suspended.ts';
import { signInPage } from './members/sign-in-page.ts';
import { faultPage, refusalPage, type KeptText, type RefusalPage } from './refusal-page.ts';
import { isOverload, statusOfRequest } from './troubles.ts';
import { ownPath } from './visitor.ts';

export const nothingHere: RequestHandler = () => {
  throw new NotFound();
};

/**
 * Answers whatever went wrong. A refusal says why, in its own words, and gives back what was
 * typed; a bug says sorry and tells only the log what happened.
 */
export function answerErrors(deps: Deps): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const refusal = asRefusal(error);
    if (refusal instanceof NotSignedIn) await askToSignIn(deps, refusal, req, res);
    else if (refusal) await refuse(deps, refusal, req, res);
    else apologise(deps, error, req, res);
  };
}

/** What can be expected to go wrong outside our code, as the refusal it amounts to. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (isOverload(error)) return new Unavailable(BUSY);
  if (statusOfRequest(error) === 413) return new TooLarge(TOO_LARGE);
  return undefined;
}

const BUSY = 'We’re a bit busy. Nothing was changed. Please try again in a few seconds.';
const TOO_LARGE = 'That’s too much for one form. Please make it shorter.';

/** A reader goes to the sign-in page and comes back; what somebody posts is kept meanwhile. */
async function askToSignIn(deps: Deps, refusal: NotSignedIn, req: Request, res: Response) {
  if (req.method !== 'POST') {
    res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`);
    return;
  }
  const tooMany = await deps.limits.count('draft', addressOf(req)).catch(unlessTooMany);
  if (tooMany) return refuse(deps, tooMany, req, res);
  const page = signInPage({ next: cameFrom(req), lead: refusal.message, kept: keepDraft(req) });
  await deps.render.page(req, res, 'members/account', page, { status: 401, search: false });
}

async function refuse(deps: Deps, refusal: Refusal, req: Request, res: Response) {
  const { render, log } = deps;
  const { status } = refusal;
  if (refusal instanceof TooMany || refusal instanceof Unavailable) {
    res.set('Retry-After', String(refusal.retryAfter));
  }
  const plain = refusalPage(refusal, { kept: keptFrom(req) });
  const page =
    refusal instanceof Suspended && req.visitor
      ? await explainSuspension(deps, req.visitor, refusal, plain)
      : plain;
  // One search is enough on a page that has its own.
  const search = !page.search;
  if (status === 503) {
    log.warn({ requestId: req.id, path: req.path }, 'answered 503');
    render.plainPage(req, res, 'errors/refusal', page, { status, search });
  } else {
    await render.page(req, res, 'errors/refusal', page, { status, search, noindex: true });
  }
}

function apologise({ render, log }: Deps, error: unknown, req: Request, res: Response) {
  const status = statusOfRequest(error);
  if (status) {
    render.plainPage(req, res, 'errors/refusal', NOT_UNDERSTOOD, { status, search: false });
    return;
  }
  const reference = referenceOf(req);
  log.error({ err: error, requestId: req.id, reference, member: req.visitor?.id }, 'a bug');
  const page = faultPage(reference, keptFrom(req));
  render.plainPage(req, res, 'errors/refusal', page, { status: 500 });
}

/** The beginning of the id under which the log knows the request. */
const referenceOf = ({ id }: Request): string =>
  typeof id === 'string' ? id.slice(0, 8) : 'unknown';

const NOT_UNDERSTOOD: RefusalPage = {
  art: 'lost',
  title: 'We can’t make sense of that',
  message: 'There may be a slip in the address.',
  kept: [],
  actions: [{ href: '/', label: 'Go to the home page' }],
  search: true,
};

/** Where the form was that somebody posted: browsers name pages of ours to us alone. */
function cameFrom(req: Request): string {
  const { referer = '', host } = req.headers;
  if (!URL.canParse(referer) || new URL(referer).host !== host) return '/';
  const { pathname, search } = new URL(referer);
  return ownPath(pathname + search);
}

function keptFrom(req: Request): KeptText[] {
  return Object.entries(typedIn(req.body)).flatMap(([field, text]) => {
    const label = LABELS[field];
    return label !== undefined && text.trim() !== '' ? [{ label, text }] : [];
  });
}

const LABELS: Readonly<Record<string, string>> = {
  title: 'The title',
  body: 'What you wrote',
  note: 'Your note',
  reason: 'Your reason',
  bio: 'About you',
  description: 'The description',
  name: 'The name',
  email: 'The email address',
};

function unlessTooMany(error: unknown): TooMany {
  if (error instanceof TooMany) return error;
  throw error;
}
