import type { Request } from 'express';

import type { PageOptions } from '../../pages.ts';
import { actorOf } from '../../visitor.ts';

/** Admins have no other business in the area of moderators. */
export const shellFor = (req: Request): PageOptions => ({
  nav: actorOf(req).role === 'admin' ? 'admin' : 'staff',
  ...{ here: 'searches', noindex: true },
});
