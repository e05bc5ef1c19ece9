import { Router, type Request, type Response } from 'express';

import { findTopic, readTopics } from '../../forum/read-topics.ts';
import type { TopicRow } from '../../forum/rows.ts';
import { changeQuietHours } from '../../notices/change-quiet-hours.ts';
import { keepWishes, readPreferences } from '../../notices/preferences.ts';
import { readQuiet } from '../../notices/quiet-hours.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { type FieldErrors, orRedraw, queryText, readForm, typedIn } from '../forms.ts';
import { withQuery } from '../forum/paths.ts';
import { actorOf } from '../visitor.ts';
import { quietIn, QuietForm, wishesIn, WishesForm } from './notice-forms.ts';
import { noticeSettingsPage } from './notice-settings-page.ts';

/** How a member wants to be told: by event, way and topic, and when not. */
export function noticeSettings(deps: Deps): Router {
  const router = Router();
  const { db, perform } = deps;

  router.get('/settings/notifications', (req, res) => draw(deps, req, res));

  router.post('/settings/notifications', async (req, res) => {
    const member = actorOf(req);
    const form = readForm(WishesForm, req.body);
    const topic = await topicNamed(form.topic ?? '');
    await perform(member, (work) => keepWishes(work, member.id, wishesIn(form, topic)));
    flash(res, 'wishes-saved');
    res.redirect(303, withQuery('/settings/notifications', { topic: topic?.slug }));
  });

  router.post('/settings/notifications/quiet', async (req, res) => {
    const attempt = async () => {
      const quiet = quietIn(readForm(QuietForm, req.body));
      await perform(actorOf(req), (work) => changeQuietHours(work, quiet));
      flash(res, 'wishes-saved');
      res.redirect(303, '/settings/notifications');
    };
    await orRedraw(attempt, (errors) => draw(deps, req, res, errors));
  });

  const topicNamed = async (slug: string): Promise<TopicRow | undefined> =>
    slug === '' ? undefined : findTopic(db, slug);

  return router;
}

async function draw(
  { db, render, operator }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const member = actorOf(req);
  const slug = queryText(req, 'topic') ?? '';
  const [topics, topic, preferences, quiet] = await Promise.all([
    readTopics(db),
    slug === '' ? undefined : findTopic(db, slug),
    readPreferences(db, member.id),
    readQuiet(db, member.id, operator),
  ]);
  const needs = { topics, topic, preferences, quiet, errors, typed: typedIn(req.body) };
  await render.page(req, res, 'notices/settings', noticeSettingsPage(needs), {
    ...{ here: 'you', noindex: true, status: errors ? 422 : 200 },
  });
}
