import { Router, type Request, type Response } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';

import type { Change } from '../../terms.ts';
import type { Work } from '../../work.ts';
import type { Deps } from '../deps.ts';
import { flash } from '../flash.ts';
import type { FlashKey } from '../flash-texts.ts';
import { block, orRedraw, readForm, typedIn, wholeNumber, type FieldErrors } from '../forms.ts';
import { areaOf } from '../moderation/governance/area.ts';
import type { Here } from '../nav.ts';
import { actorOf, staffOnly } from '../visitor.ts';
import { termsPage, type TermsForm, type VersionOf } from './terms-page.ts';

/** Terms that staff set through a form, a version a change. */
export type Terms<Values extends object> = TermsForm<Values> & {
  here: Here;
  /** What is said once they are set. */
  done: FlashKey;
  /** The newest first. */
  read: (db: Knex) => Promise<VersionOf<Values>[]>;
  change: (work: Work, values: Values, change: Change) => Promise<void>;
};

/** The page of such terms and its form; who may come there is said by whoever uses it. */
export function terms<Values extends object>(deps: Deps, kept: Terms<Values>): Router {
  const router = Router();
  const typed = formOf(kept);
  router.get(kept.path, (req, res) => draw(deps, kept, req, res));
  router.post(kept.path, async (req, res) => {
    const set = async () => {
      const { reason, version, ...values } = readForm(typed, req.body);
      const change: Change = { reason, version };
      await deps.perform(actorOf(req), (work) => kept.change(work, values as Values, change));
      flash(res, kept.done);
      res.redirect(303, kept.path);
    };
    await orRedraw(set, (errors) => draw(deps, kept, req, res, errors));
  });
  return router;
}

/** The same for admins alone. */
export function adminTerms<Values extends object>(deps: Deps, kept: Terms<Values>): Router {
  const router = Router();
  router.use(kept.path, staffOnly('admin'));
  router.use(terms(deps, kept));
  return router;
}

async function draw<Values extends object>(
  { db, render }: Deps,
  kept: Terms<Values>,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const page = termsPage(kept, await kept.read(db), errors, errors && typedIn(req.body));
  await render.page(req, res, 'admin/terms', page, {
    ...{ nav: areaOf(actorOf(req)), here: kept.here, noindex: true },
    status: errors ? 422 : 200,
  });
}

function formOf<Values extends object>({ fields }: TermsForm<Values>) {
  const names = Object.keys(fields) as (keyof Values & string)[];
  return z.object({
    ...Object.fromEntries(names.map((name) => [name, fields[name].typed as z.ZodType] as const)),
    version: wholeNumber('Open the page again.'),
    reason: block({ missing: 'Say why. It is kept.', max: 1_000, what: 'The reason' }),
  });
}
