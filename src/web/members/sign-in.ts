import { type Request, type Response, Router } from 'express';
import { Strategy } from 'passport-local';

import { emailKey } from '../../members/emails.ts';
import { findMemberByEmail } from '../../members/find-members.ts';
import type { MemberRow } from '../../members/rows.ts';
import { Invalid } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { noteBrowser } from '../device.ts';
import { draftsWait } from '../drafts.ts';
import { carryDrafts } from '../forum/drafts/carry-drafts.ts';
import { flash } from '../flash.ts';
import { orRedraw, queryText, readForm, typedIn } from '../forms.ts';
import { addressOf } from '../limits.ts';
import { createAuthenticator, signIn, signOut } from '../session.ts';
import { ownPath } from '../visitor.ts';
import { signInForm } from './account-forms.ts';
import { nextOf } from './next.ts';
import { signInPage } from './sign-in-page.ts';

/** Signing in with a password, and signing out. */
export function signInAndOut(deps: Deps): Router {
  const router = Router();
  const { render, config } = deps;
  const authenticate = authenticator(deps);

  router.get('/sign-in', async (req, res) => {
    const next = ownPath(queryText(req, 'next'));
    if (req.visitor) {
      res.redirect(303, next);
      return;
    }
    const page = signInPage({ next, kept: draftsWait(req) });
    await render.page(req, res, 'members/account', page, { search: false, noindex: true });
  });

  router.post('/sign-in', async (req, res) => {
    const next = nextOf(req);
    const attempt = async () => {
      const member = await authenticate(req, res);
      flash(res, draftsWait(req) ? 'signed-in-with-draft' : 'signed-in');
      await signIn(req, member);
      await carryDrafts(deps, req, member);
      await noteBrowser(deps, req, res, member);
      res.redirect(303, next);
    };
    await orRedraw(attempt, async (errors) => {
      const page = signInPage({ next }, errors, typedIn(req.body));
      await render.page(req, res, 'members/account', page, { status: 422, search: false });
    });
  });

  router.post('/sign-out', async (req, res) => {
    if (req.visitor) await signOut(req, res, config);
    flash(res, 'signed-out');
    res.redirect(303, '/');
  });

  return router;
}

/** The member whose address and password were typed; Invalid if they do not go together. */
function authenticator({ db, passwords, limits, log }: Deps) {
  const byPassword = new Strategy({ usernameField: 'email' }, (email, password, done) => {
    const check = async () => {
      const member = await findMemberByEmail(db, email);
      const matches = await passwords.verify(password, member?.password_hash ?? null);
      return matches && member ? member : false;
    };
    check().then((member) => {
      done(null, member);
    }, done);
  });
  // By name: passport makes one of its own for each request only of a strategy that it knows.
  const passport = createAuthenticator(db).use(byPassword);

  return async (req: Request, res: Response): Promise<MemberRow> => {
    const who = `${addressOf(req)} ${emailKey(readForm(signInForm, req.body).email)}`;
    await limits.count('sign-in-address', addressOf(req));
    await limits.count('sign-in', who);
    const member = await new Promise<MemberRow | false>((resolve, reject) => {
      const settle = (error: Error | null, user: MemberRow | false) => {
        if (error) reject(error);
        else resolve(user);
      };
      (passport.authenticate(byPassword.name, settle) as Handler)(req, res, reject);
    });
    log.info({ requestId: req.id, member: member && member.id }, SECURITY_LOG[String(!!member)]);
    if (!member) throw new Invalid({ email: NO_MATCH });
    await limits.forget('sign-in', who);
    return member;
  };
}

type Handler = (req: Request, res: Response, next: (error: Error) => void) => void;

const SECURITY_LOG: Record<string, string> = { true: 'signed in', false: 'sign-in refused' };
const NO_MATCH = 'That email address and that password don’t go together. Check both.';
