import { Router } from 'express';

import { findMentionable } from '../../forum/find-mentionable.ts';
import { isStaff } from '../../forum/permissions.ts';
import type { QuestionId } from '../../forum/rows.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { actorOf } from '../visitor.ts';

/** Whom somebody who types @ may mean: as JSON, for the list under the text. */
export function mentions({ db, limits, site }: Deps): Router {
  const router = Router();

  router.get('/mentions', async (req, res) => {
    const viewer = actorOf(req);
    await limits.count('mention', String(viewer.id));
    const prefix = [...(queryText(req, 'q') ?? '')].slice(0, 30).join('');
    const found = await findMentionable(db, {
      ...{ prefix, question: threadOf(queryText(req, 'question')), viewer: viewer.id },
    });
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }).json(
      found.map(({ name, role, present }) => ({
        name,
        note: isStaff({ role }) ? `${site.name} team` : present ? 'In this thread' : '',
      })),
    );
  });

  return router;
}

/** The thread that is written in; what is no number of one helps nobody. */
const threadOf = (typed = '') =>
  /^[1-9]\d{0,8}$/.test(typed) ? (Number(typed) as QuestionId) : undefined;
