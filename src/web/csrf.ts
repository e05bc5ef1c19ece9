import type { Request, RequestHandler } from 'express';

import type { Config } from '../config.ts';
import { NotAllowed } from '../refusals.ts';

/**
 * Refuses changes that another site's page asks for in our visitor's name. Browsers say where a
 * request comes from, so pages carry no tokens and stay the same for everybody.
 */
export function sameSiteOnly(config: Config): RequestHandler {
  return (req, _res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD' && !isOurs(req, config)) {
      throw new NotAllowed('That form came from another site, so nothing was done.');
    }
    next();
  };
}

/** Browsers leave Sec-Fetch-Site out on plain http, and still send Origin. */
function isOurs(req: Request, { SITE_URL, NODE_ENV }: Config): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin, host } = req.headers;
  if (origin === undefined) return false;
  if (origin === SITE_URL) return true;
  return NODE_ENV !== 'production' && host !== undefined && origin === `http://${host}`;
}
