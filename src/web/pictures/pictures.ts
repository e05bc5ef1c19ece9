import { Router, type RequestHandler } from 'express';

import { findPicture } from '../../pictures/find-picture.ts';
import type { Deps } from '../deps.ts';
import { typedIn } from '../forms.ts';
import { multipart, refusedInJson } from './multipart.ts';
import { takePicture } from './take-picture.ts';

/** Pictures that members put into what they write. */
export function pictures(deps: Deps): Router {
  const { db } = deps;
  const router = Router();

  router.get('/pictures/:name', async (req, res) => {
    const { name, bytes, isPublic } = await findPicture(db, req.params.name, req.visitor);
    res.set({
      'Content-Type': 'image/webp',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Content-Disposition': `inline; filename="${name}"`,
      'Cache-Control': isPublic ? SEEN_BY_ALL : 'private, no-store',
      'X-Robots-Tag': 'noindex',
      ETag: `"${name}"`,
    });
    res.send(bytes);
  });

  const receive: RequestHandler = async (req, res) => {
    res.status(201).json(await takePicture(deps, req, typedIn(req.body).alt ?? ''));
  };
  router.post('/pictures', ...multipart(), receive, refusedInJson);

  return router;
}

/**
 * The bytes under a name never change, but who may see them does: browsers keep a picture, and
 * whatever stands between us and them asks again after five minutes.
 */
const SEEN_BY_ALL = 'public, max-age=31536000, s-maxage=300, immutable';
