import { Router, type Request } from 'express';
import type { Knex } from 'knex';

import { listQuestionsBy } from '../../forum/list-questions.ts';
import { listAnswersBy, readProfileFigures } from '../../forum/profile.ts';
import { findMemberByName } from '../../members/find-members.ts';
import { hasBlocked } from '../../members/read-blocks.ts';
import type { MemberRow } from '../../members/rows.ts';
import { isThin } from '../../forum/thin.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { profilePath } from './paths.ts';
import { type Profile, profileAnswersPage, profilePage } from './profile-page.ts';

/** What everybody may know of a member, under one spelling of their name. */
export function profiles({ db, render, site, markdown }: Deps): Router {
  const router = Router();

  router.get('/u/:name', async (req, res) => {
    const member = await findNamed(db, req);
    if (member.name !== req.params.name) {
      res.redirect(301, profilePath(member.name));
      return;
    }
    const [profile, answers, questions] = await Promise.all([
      readProfile(db, req, member),
      listAnswersBy(db, member.id, { limit: LATEST }),
      listQuestionsBy(db, member.id, { limit: LATEST }),
    ]);
    const { viewer, figures } = profile;
    const page = profilePage({ ...profile, bio: markdown.plain(member.bio) }, answers, questions);
    await render.page(req, res, 'forum/profile', page, {
      here: viewer?.id === member.id ? 'you' : 'elsewhere',
      canonical: site.url + profilePath(member.name),
      noindex: isThin.member(figures),
    });
  });

  router.get('/u/:name/answers', async (req, res) => {
    const member = await findNamed(db, req);
    const path = `${profilePath(member.name)}/answers`;
    if (member.name !== req.params.name) {
      res.redirect(301, path);
      return;
    }
    const after = queryText(req, 'after');
    const [profile, answers] = await Promise.all([
      readProfile(db, req, member),
      listAnswersBy(db, member.id, { after }),
    ]);
    const page = profileAnswersPage(profile, answers, after);
    await render.page(req, res, 'forum/profile-answers', page, { noindex: true });
  });

  return router;
}

/** How many of each the profile itself shows. */
const LATEST = 5;

async function readProfile(db: Knex, req: Request, member: MemberRow): Promise<Profile> {
  const { visitor: viewer } = req;
  const [figures, blocked] = await Promise.all([
    readProfileFigures(db, member.id),
    viewer ? hasBlocked(db, viewer.id, member.id) : false,
  ]);
  return { member, figures, viewer, blocked };
}

const findNamed = async (db: Knex, req: Request<{ name: string }>): Promise<MemberRow> =>
  found(await findMemberByName(db, req.params.name), 'member');
