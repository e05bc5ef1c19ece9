import { type Request, type Response, Router } from 'express';

import { setLevel } from '../../members/change-level.ts';
import { changeRole } from '../../members/change-role.ts';
import { readMember } from '../../members/find-members.ts';
import { readLevelChanges, readRoleChanges, searchMembers } from '../../members/read-people.ts';
import type { MemberId } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import { type FieldErrors, orRedraw, queryText, readForm, typedIn } from '../forms.ts';
import { idFrom } from '../ids.ts';
import { actorOf } from '../visitor.ts';
import { levelForm, roleForm } from './admin-forms.ts';
import { memberPage, membersPage } from './members-page.ts';

/** Finding people, and giving them roles and levels. */
export function adminMembers(deps: Deps): Router {
  const router = Router();
  const { db, perform, render, log } = deps;

  router.get('/admin/members', async (req, res) => {
    const query = queryText(req, 'q')?.slice(0, 200) ?? '';
    const after = queryText(req, 'after');
    const people = await searchMembers(db, query, after === undefined ? after : idFrom(after));
    await render.page(req, res, 'admin/members', membersPage(query, people), OPTIONS);
  });

  router.get('/admin/members/:id', async (req, res) => {
    await drawMember(deps, req, res);
  });

  router.post('/admin/members/:id/role', async (req, res) => {
    const memberId = idFrom<MemberId>(req.params.id);
    const attempt = async () => {
      const change = readForm(roleForm, req.body);
      await perform(actorOf(req), (work) => changeRole(work, { memberId, ...change }));
      log.info({ by: actorOf(req).id, member: memberId, role: change.role }, 'role changed');
      flash(res, 'role-changed');
      res.redirect(303, `/admin/members/${String(memberId)}`);
    };
    await orRedraw(attempt, (errors) => drawMember(deps, req, res, { role: errors }));
  });

  router.post('/admin/members/:id/level', async (req, res) => {
    const memberId = idFrom<MemberId>(req.params.id);
    const attempt = async () => {
      const change = readForm(levelForm, req.body);
      await perform(actorOf(req), (work) => setLevel(work, memberId, change));
      flash(res, 'level-changed');
      res.redirect(303, `/admin/members/${String(memberId)}`);
    };
    await orRedraw(attempt, (errors) => drawMember(deps, req, res, { level: errors }));
  });

  return router;
}

const OPTIONS = { nav: 'admin', here: 'members', noindex: true } as const;

/** The page of a member; with errors, the form that was refused is drawn as it was typed. */
async function drawMember(
  { db, render }: Deps,
  req: Request<{ id: string }>,
  res: Response,
  errors: { role?: FieldErrors; level?: FieldErrors } = {},
): Promise<void> {
  const id = idFrom<MemberId>(req.params.id);
  const member = found(await readMember(db, id), 'member');
  const [roles, levels] = await Promise.all([
    readRoleChanges(db, { memberId: id }),
    readLevelChanges(db, id),
  ]);
  const history = { roles: roles.items, levels };
  const page = memberPage(actorOf(req), member, history, { errors, typed: typedIn(req.body) });
  const refused = errors.role ?? errors.level;
  await render.page(req, res, 'admin/member', page, { ...OPTIONS, status: refused ? 422 : 200 });
}
