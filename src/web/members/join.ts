import { Router } from 'express';

import { cleanEmail } from '../../members/emails.ts';
import { findMemberByName } from '../../members/find-members.ts';
import { joinMember, nameIsTaken } from '../../members/join-member.ts';
import { cleanName } from '../../members/names.ts';
import { checkPassword } from '../../members/password-rules.ts';
import { writeMail } from '../../notices/write-mail.ts';
import { collectErrors } from '../collect-errors.ts';
import type { Deps } from '../deps.ts';
import { orRedraw, readForm, typedIn } from '../forms.ts';
import { addressOf } from '../limits.ts';
import { signIn } from '../session.ts';
import { joinForm } from './account-forms.ts';
import { alreadyMemberMail, verificationMail } from './account-mails.ts';
import { joinPage, welcomePage } from './join-page.ts';
import { nextOf } from './next.ts';

/** Joining. Whether an address is known is told to its owner, by mail, and to nobody else. */
export function joining(deps: Deps): Router {
  const router = Router();
  const { render } = deps;

  router.get('/join', async (req, res) => {
    const page = joinPage(nextOf(req));
    await render.page(req, res, 'members/account', page, { search: false });
  });

  router.post('/join', async (req, res) => {
    const next = nextOf(req);
    const attempt = async () => {
      await deps.limits.count('join', addressOf(req));
      const wish = await readWish(deps, req.body);
      const passwordHash = await deps.passwords.hash(wish.password);
      const member = await join(deps, { ...wish, passwordHash });
      if (member) await signIn(req, member);
      res.redirect(303, next === '/' ? '/welcome' : `/welcome?next=${encodeURIComponent(next)}`);
    };
    await orRedraw(attempt, async (errors) => {
      const page = joinPage(next, errors, typedIn(req.body));
      await render.page(req, res, 'members/account', page, { status: 422, search: false });
    });
  });

  router.get('/welcome', async (req, res) => {
    const page = welcomePage(nextOf(req));
    await render.page(req, res, 'members/account', page, { search: false, noindex: true });
  });

  return router;
}

type Wish = { name: string; email: string; password: string };

/** Everything that is wrong, at once, before the slow part: hashing. */
async function readWish({ db, site }: Deps, body: unknown): Promise<Wish> {
  const wish = readForm(joinForm, body);
  await collectErrors(
    () => cleanEmail(wish.email),
    () => {
      checkPassword(wish.password, [wish.name, wish.email, site.name]);
    },
    async () => {
      const name = cleanName(wish.name, [site.name]);
      if (await findMemberByName(db, name)) throw nameIsTaken();
    },
  );
  return wish;
}

/** The new member; nobody where the address had one, who is written to instead. */
const join = ({ perform }: Deps, joining: Parameters<typeof joinMember>[1]) =>
  perform('visitor', async (work) => {
    const joined = await joinMember(work, joining);
    if (!joined.known) {
      await writeMail(work, verificationMail(work, joined.member, joined.token));
      return joined.member;
    }
    await writeMail(work, alreadyMemberMail(work, joined.member));
    return undefined;
  });
