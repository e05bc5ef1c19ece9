import { type Request, type Response, Router } from 'express';

import { changeSettings, readSettingChanges } from '../../site/settings.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { type FieldErrors, orRedraw, readForm, typedIn } from '../forms.ts';
import { actorOf } from '../visitor.ts';
import { settingsForm } from './admin-forms.ts';
import { settingsPage } from './settings-page.ts';

/** What the operator calls itself, over what the environment says. */
export function adminSettings(deps: Deps): Router {
  const router = Router();
  const { perform, site } = deps;

  router.get('/admin/settings', async (req, res) => {
    await drawSettings(deps, req, res);
  });

  router.post('/admin/settings', async (req, res) => {
    const attempt = async () => {
      const wanted = readForm(settingsForm, req.body);
      await perform(actorOf(req), (work) => changeSettings(work, wanted, site));
      await site.refresh();
      flash(res, 'settings-saved');
      res.redirect(303, '/admin/settings');
    };
    await orRedraw(attempt, (errors) => drawSettings(deps, req, res, errors));
  });

  return router;
}

async function drawSettings(
  { db, site, formats, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const changes = await readSettingChanges(db);
  const page = settingsPage(site, changes, formats, errors, typedIn(req.body));
  const status = errors ? 422 : 200;
  await render.page(req, res, 'admin/settings', page, {
    ...{ nav: 'admin', here: 'settings', noindex: true, status },
  });
}
