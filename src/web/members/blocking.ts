import { Router } from 'express';
import { z } from 'zod';

import { blockMember, unblockMember } from '../../members/block-member.ts';
import { findMemberByName } from '../../members/find-members.ts';
import { type Blocked, readBlocks } from '../../members/read-blocks.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { oneOf, readForm } from '../forms.ts';
import { profilePath } from '../forum/paths.ts';
import { actorOf } from '../visitor.ts';
import { type Aside, settingsAside } from './account-page.ts';

/** Whom a member has blocked: on a profile, and as a list in the settings. */
export function blocking({ db, perform, render }: Deps): Router {
  const router = Router();

  router.post('/u/:name/block', async (req, res) => {
    const actor = actorOf(req);
    const { on } = readForm(BlockForm, req.body);
    const { id, name } = found(await findMemberByName(db, req.params.name), 'member');
    const change = on === '1' ? blockMember : unblockMember;
    await perform(actor, (work) => change(work, id));
    flash(res, on === '1' ? 'blocked' : 'unblocked');
    res.redirect(303, profilePath(name));
  });

  router.get('/settings/blocked', async (req, res) => {
    const blocks = await readBlocks(db, actorOf(req).id);
    const page: BlockedPage = { title: 'Whom you’ve blocked', blocks, aside: settingsAside };
    await render.page(req, res, 'members/blocked', page, { here: 'you', noindex: true });
  });

  return router;
}

/** Whom a member has blocked. */
export type BlockedPage = { title: string; blocks: readonly Blocked[]; aside: Aside };

const BlockForm = z.object({ on: oneOf(['1', '0'], 'Say whether to block.') });
