import type { Request } from 'express';

import { mayEarn } from '../../finance/permissions.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import { actorOf } from '../visitor.ts';

/** Whoever is signed in, if they have a wallet. */
export function earnerOf(req: Pick<Request, 'visitor'>): MemberRow {
  const member = actorOf(req as Request);
  if (!mayEarn(member)) throw new NotAllowed('Staff do not earn airtime, so they have no wallet.');
  return member;
}
