import { randomUUID } from 'node:crypto';

import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { changeTerms } from '../../../moderation/agreement/change-terms.ts';
import { readKnownAnswers } from '../../../moderation/agreement/known-items/read-answers.ts';
import { readPairs } from '../../../moderation/agreement/read-pairs.ts';
import { findTerms } from '../../../moderation/agreement/terms.ts';
import { Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { adminAgreementPage, agreementPage, type Read } from './agreement-page.ts';
import { knownItems } from './known.ts';
import { myAgreementPage } from './my-agreement-page.ts';
import { SHELL } from './shell.ts';

/** How far those who audit agree: altogether, each their own, and how it is measured. */
export function agreement(deps: Deps): Router {
  const router = Router();
  const { render, formats } = deps;
  router.use('/staff/agreement', staffOnly('moderator'));
  router.use('/admin/agreement', staffOnly('admin'));

  router.get('/staff/agreement', async (req, res) => {
    const page = agreementPage(await read(deps), formats);
    await render.page(req, res, 'moderation/agreement/agreement', page, SHELL);
  });

  router.get('/staff/agreement/me', async (req, res) => {
    const page = myAgreementPage(await read(deps), actorOf(req), formats);
    await render.page(req, res, 'moderation/agreement/me', page, SHELL);
  });

  router.get('/admin/agreement', (req, res) => drawAdmin(deps, req, res));
  router.post('/admin/agreement', async (req, res) => {
    await orRedraw(
      () => change(deps, req, res),
      (errors) => drawAdmin(deps, req, res, errors),
    );
  });

  router.use(knownItems(deps));
  return router;
}

/** How far back the figures go. */
const MONTHS = 12;

async function read({ db, now, config }: Deps): Promise<Read> {
  const since = new Date(now().getTime());
  since.setUTCMonth(since.getUTCMonth() - MONTHS);
  const [pairs, known, terms] = await Promise.all([
    readPairs(db, { since, timeZone: config.TIME_ZONE }),
    readKnownAnswers(db, since),
    findTerms(db),
  ]);
  return { pairs, known, terms };
}

async function drawAdmin(
  deps: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const page = adminAgreementPage(await read(deps), deps.formats, errors, typedIn(req.body));
  const status = errors ? 422 : 200;
  const options = { ...SHELL, nav: 'admin', status } as const;
  await deps.render.page(req, res, 'moderation/agreement/agreement', page, options);
}

async function change({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { double_share, known_every, reason } = readForm(TermsForm, req.body);
  const terms = {
    double_share: numberIn(double_share, 'double_share', [0, 100]),
    known_every: known_every === '' ? null : numberIn(known_every, 'known_every', [2, 1000]),
  };
  const seed = randomUUID();
  await perform(actorOf(req), (work) => changeTerms(work, { ...terms, reason, seed }));
  flash(res, 'agreement-terms-changed');
  res.redirect(303, '/admin/agreement');
}

function numberIn(text: string, field: string, [least, most]: [number, number]): number {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new Invalid({ [field]: `Enter a whole number from ${String(least)} to ${String(most)}.` });
}

const TermsForm = z.object({
  double_share: line({ missing: 'Say how many in a hundred.', max: 4 }),
  known_every: z.string().trim().max(4).default(''),
  reason: block({
    ...{ missing: 'Say why.', min: 5, max: 1000 },
    ...{ what: 'The reason', short: 'Say why in a few words.' },
  }),
});
