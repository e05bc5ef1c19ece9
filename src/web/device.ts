import { createHmac, randomBytes } from 'node:crypto';

import type { Request, RequestHandler, Response } from 'express';

import type { MemberRow } from '../members/rows.ts';
import { noteDevice } from '../trust/risk/devices.ts';
import { cookieOptions, isSecure, readCookie } from './cookies.ts';
import type { Deps } from './deps.ts';

type Needs = Pick<Deps, 'perform' | 'config' | 'secrets'>;

/**
 * Notes the browser from which a member signs in or posts: by a random number of its own and by
 * nothing that it tells of itself. What is kept is the number hashed with the site's secret, so that
 * nobody who reads the database can make the cookie.
 */
export async function noteBrowser(
  { perform, config, secrets }: Needs,
  req: Request,
  res: Response,
  member: MemberRow,
): Promise<void> {
  const known = readCookie(req, NAME);
  const number = known && NUMBER.test(known) ? known : randomBytes(16).toString('hex');
  res.cookie(NAME, number, { ...cookieOptions(isSecure(config)), maxAge: HALF_A_YEAR });
  const deviceKey = createHmac('sha256', secrets.SESSION_SECRET)
    .update(`device:${number}`)
    .digest('hex');
  await perform(member, (work) => noteDevice(work, { memberId: member.id, deviceKey }));
}

/** The same, for whatever a member posts. */
export const browsersNoted =
  (needs: Needs): RequestHandler =>
  async (req, res, next) => {
    if (req.visitor) await noteBrowser(needs, req, res, req.visitor);
    next();
  };

const NAME = 'device';
const NUMBER = /^[0-9a-f]{32}$/;
const HALF_A_YEAR = 180 * 24 * 3_600_000;
