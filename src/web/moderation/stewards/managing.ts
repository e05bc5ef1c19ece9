import { Router, type Request, type Response } from 'express';

import { readTopics } from '../../../forum/read-topics.ts';
import { dateAt } from '../../../ledger/dates.ts';
import { findMemberByName } from '../../../members/find-members.ts';
import { relieveSteward } from '../../../moderation/governance/end-stewardship.ts';
import { inviteSteward } from '../../../moderation/governance/invite-steward.ts';
import { listStewards } from '../../../moderation/governance/list-stewards.ts';
import { readSettings } from '../../../moderation/governance/settings.ts';
import { listCandidates } from '../../../moderation/governance/steadiness.ts';
import type { StewardId } from '../../../moderation/rows.ts';
import { Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { areaOf } from '../governance/area.ts';
import { managingPage, STEWARDS, type RefusedForm } from './managing-page.ts';
import { stewardTopics } from './steward-topics.ts';
import { readInvitation, readRelief, topicsIn } from './steward-forms.ts';

/** Stewards as staff look after them: whom they invite, who serves, and who does no more. */
export function managing(deps: Deps): Router {
  const router = Router();
  const redraw = (req: Request, res: Response, of: RefusedForm['of']) => {
    const typed = typedIn(req.body);
    return (errors: RefusedForm['errors']) =>
      draw(deps, req, res, { of, errors, typed, topics: topicsIn(req.body) });
  };

  router.get(STEWARDS, (req, res) => draw(deps, req, res));
  router.post(STEWARDS, (req, res) =>
    orRedraw(() => invite(deps, req, res), redraw(req, res, 'invite')),
  );
  router.post(`${STEWARDS}/:id/relief`, (req, res) =>
    orRedraw(() => relieve(deps, req, res), redraw(req, res, idFrom<StewardId>(req.params.id))),
  );
  router.use(stewardTopics(deps));
  return router;
}

async function draw(
  { db, now, config, formats, render }: Deps,
  req: Request,
  res: Response,
  refused?: RefusedForm,
): Promise<void> {
  const settings = await readSettings(db);
  const [live, ended, candidates, topics] = await Promise.all([
    listStewards(db, 'live'),
    listStewards(db, 'ended'),
    listCandidates(db, settings),
    readTopics(db),
  ]);
  const page = managingPage({
    ...{ live, ended, candidates, topics, settings, formats, refused },
    today: dateAt(now(), config.TIME_ZONE),
  });
  await render.page(req, res, 'moderation/stewards/manage', page, {
    ...{ nav: areaOf(actorOf(req)), here: 'governance', noindex: true },
    status: refused ? 422 : 200,
  });
}

async function invite({ db, perform }: Deps, req: Request, res: Response): Promise<void> {
  const { name, 'topics[]': topics, review, reason } = readInvitation(req.body);
  const member = await findMemberByName(db, name);
  if (!member) throw new Invalid({ name: 'Nobody here has this name.' });
  await perform(actorOf(req), (work) =>
    inviteSteward(work, { memberId: member.id, topics, reason, reviewOn: review }),
  );
  flash(res, 'steward-invited');
  res.redirect(303, STEWARDS);
}

async function relieve({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { reason } = readRelief(req.body);
  const id = idFrom<StewardId>(req.params.id);
  await perform(actorOf(req), (work) => relieveSteward(work, id, reason));
  flash(res, 'steward-relieved');
  res.redirect(303, STEWARDS);
}
