import { Router, type Request, type Response } from 'express';
import type { Knex } from 'knex';

import { readKnownTopics } from '../../forum/experts/find-experts.ts';
import { listHelpedBy } from '../../forum/list-helped.ts';
import { listQuestionsBy } from '../../forum/list-questions.ts';
import { listAnswersBy, readProfileFigures } from '../../forum/profile.ts';
import { isThin } from '../../forum/thin.ts';
import { readGuidesCrediting } from '../../guides/read-guides.ts';
import { findMemberByName } from '../../members/find-members.ts';
import { readBlockedIds } from '../../members/read-blocks.ts';
import type { MemberRow } from '../../members/rows.ts';
import { readProgress } from '../../moderation/audits/level-progress.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { readLevelTerms } from '../levels/read-level-terms.ts';
import { profilePath } from './paths.ts';
import type { Profile } from './profile-head.ts';
import { type ListName, profileListPage } from './profile-list-page.ts';
import { PROFILE_LISTS } from './profile-lists.ts';
import { profilePage, type ProfileReads } from './profile-page.ts';

/** What everybody may know of a member, under one spelling of their name. */
export function profiles(deps: Deps): Router {
  const { db, now, render, site, markdown } = deps;
  const router = Router();

  router.get('/u/:name', async (req, res) => {
    const member = await findNamed(db, req, res);
    if (!member) return;
    const [profile, reads] = await Promise.all([
      readProfile(db, req, member),
      readAll(db, member, { at: now(), mine: req.visitor?.id === member.id }),
    ]);
    const page = profilePage(profile, markdown.plain(member.bio), reads);
    await render.page(req, res, 'forum/profile', page, {
      here: page.head.mine ? 'you' : 'elsewhere',
      canonical: site.url + profilePath(member.name),
      noindex: isThin.member(profile.figures),
    });
  });

  for (const list of Object.keys(PROFILE_LISTS) as ListName[]) {
    router.get(`/u/:name/${list}`, (req, res) => drawList(deps, list, req, res));
  }

  return router;
}

/** How many of each the profile itself shows. */
const LATEST = { limit: 5 };

async function readAll(
  db: Knex,
  member: MemberRow,
  { at, mine }: { at: Date; mine: boolean },
): Promise<ProfileReads> {
  const { id } = member;
  const [helped, answers, questions, guides, known, terms] = await Promise.all([
    listHelpedBy(db, id, LATEST),
    listAnswersBy(db, id, LATEST),
    listQuestionsBy(db, id, LATEST),
    readGuidesCrediting(db, id, LATEST),
    readKnownTopics(db, id, { least: 1 }),
    readLevelTerms(db, at),
  ]);
  const progress = mine ? await readProgress(db, member, terms.needs) : undefined;
  return { helped, answers, questions, guides, known, terms, progress };
}

async function drawList(deps: Deps, list: ListName, req: Named, res: Response): Promise<void> {
  const { db, render } = deps;
  const member = await findNamed(db, req, res, `/${list}`);
  if (!member) return;
  const after = queryText(req, 'after');
  const profile = await readProfile(db, req, member);
  const { blocked } = profile;
  const stretch = await PROFILE_LISTS[list](db, { member: member.id, after, blocked });
  const page = profileListPage(profile, { list, after }, stretch);
  await render.page(req, res, 'forum/profile-list', page, { noindex: true });
}

async function readProfile(db: Knex, req: Request, member: MemberRow): Promise<Profile> {
  const { visitor: viewer } = req;
  const [figures, blocked] = await Promise.all([
    readProfileFigures(db, member.id),
    viewer ? readBlockedIds(db, viewer.id) : new Set<never>(),
  ]);
  return { member, figures, viewer, blocked };
}

type Named = Request<{ name: string }>;

/** Undefined once another spelling of the name was led to the one that counts. */
async function findNamed(
  db: Knex,
  req: Named,
  res: Response,
  tail = '',
): Promise<MemberRow | undefined> {
  const member = found(await findMemberByName(db, req.params.name), 'member');
  if (member.name === req.params.name) return member;
  res.redirect(301, profilePath(member.name) + tail);
  return undefined;
}
