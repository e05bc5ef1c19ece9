import { Router } from 'express';

import { readRoleChanges, readStaff } from '../../members/read-people.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { idFrom } from '../ids.ts';
import type { RolesPage } from './roles-page.ts';

/** Who has which role, and every change of it. */
export function adminRoles({ db, render }: Deps): Router {
  const router = Router();

  router.get('/admin/roles', async (req, res) => {
    const after = queryText(req, 'after');
    const [staff, { items, next }] = await Promise.all([
      readStaff(db),
      readRoleChanges(db, after === undefined ? {} : { after: idFrom(after) }),
    ]);
    const older = next && `/admin/roles?after=${String(next)}`;
    const pager = { label: 'More changes', older };
    const page: RolesPage = { title: 'Roles', staff, changes: items, pager };
    await render.page(req, res, 'admin/roles', page, { nav: 'admin', here: 'roles' });
  });

  return router;
}
