import { Router } from 'express';

import type { Deps } from '../deps.ts';
import { fixedLinks } from './fixed-links.ts';
import { muting } from './muting.ts';
import { noticeSettings } from './notice-settings.ts';
import { notifications } from './notifications.ts';
import { offPages } from './one-click.ts';

/** What members are told here, how they want to be told, and the links in their mails. */
export function notices(deps: Deps): Router {
  const router = Router();
  router.use(notifications(deps));
  router.use(noticeSettings(deps));
  router.use(muting(deps));
  router.use(offPages(deps));
  router.use(fixedLinks(deps));
  return router;
}
