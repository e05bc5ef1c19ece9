import { Router, type Request, type Response } from 'express';

import { readTopics } from '../../../forum/read-topics.ts';
import { changeStewardTopics } from '../../../moderation/governance/change-steward-topics.ts';
import { readAppointment } from '../../../moderation/governance/list-stewards.ts';
import type { StewardId } from '../../../moderation/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { areaOf } from '../governance/area.ts';
import { STEWARDS, stewardTopicsHref } from './managing-page.ts';
import { readTopicsChange, topicsIn } from './steward-forms.ts';
import { topicsForm, type RefusedTopics, type TopicsForm } from './topics-form.ts';

/** In which topics somebody is a steward, with the form to change them. */
export type StewardTopicsPage = { title: string; lede: string; back: string; form: TopicsForm };

export function stewardTopics(deps: Deps): Router {
  const router = Router();
  const path = `${STEWARDS}/:id/topics`;
  router.get(path, (req, res) => draw(deps, req, res));
  router.post(path, (req, res) =>
    orRedraw(
      () => change(deps, req, res),
      (errors) =>
        draw(deps, req, res, { errors, typed: typedIn(req.body), topics: topicsIn(req.body) }),
    ),
  );
  return router;
}

async function draw(
  { db, render }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  refused?: RefusedTopics,
): Promise<void> {
  const id = idFrom<StewardId>(req.params.id);
  const [appointment, topics] = await Promise.all([readAppointment(db, id), readTopics(db)]);
  const { name, topicIds } = found(appointment, 'steward');
  const chosen = topicIds.map(String);
  const blank = {
    ...{ action: stewardTopicsHref(id), submit: 'Change their topics', id: 'change' },
    fields: [{ name: 'reason', label: 'Why', hint: 'They are told.' }],
    hidden: { was: chosen.join(' ') },
  };
  const page: StewardTopicsPage = {
    title: `The topics of ${name}`,
    lede: 'What they have said of answers stands. They are told by email.',
    back: STEWARDS,
    form: topicsForm(blank, { topics, chosen, refused }),
  };
  await render.page(req, res, 'moderation/stewards/topics', page, {
    ...{ nav: areaOf(actorOf(req)), here: 'governance', noindex: true },
    status: refused ? 422 : 200,
  });
}

async function change(
  { perform }: Deps,
  req: Request<{ id: string }>,
  res: Response,
): Promise<void> {
  const { 'topics[]': topics, was, reason } = readTopicsChange(req.body);
  const id = idFrom<StewardId>(req.params.id);
  await perform(actorOf(req), (work) => changeStewardTopics(work, id, { topics, was, reason }));
  flash(res, 'steward-topics-changed');
  res.redirect(303, STEWARDS);
}
