import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { staffOnly } from '../visitor.ts';
import { adminMails } from './mails.ts';
import { adminMembers } from './members.ts';
import { adminRoles } from './roles.ts';
import { adminSettings } from './settings.ts';
import { adminTexts } from './texts.ts';
import { adminTopics } from './topics.ts';

/** What admins look after: people, roles, topics, the operator's texts and settings. */
export function admin(deps: Deps): Router {
  const router = Router();
  router.use('/admin', staffOnly('admin'));
  router.get('/admin', (_req, res) => {
    res.redirect(303, '/admin/members');
  });
  router.use(adminMembers(deps));
  router.use(adminRoles(deps));
  router.use(adminTopics(deps));
  router.use(adminTexts(deps));
  router.use(adminSettings(deps));
  router.use(adminMails(deps));
  return router;
}
