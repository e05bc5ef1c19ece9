import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { readFacts } from '../../../moderation/facts/find-facts.ts';
import { endFact, writeFact, type NewFact } from '../../../moderation/facts/write-fact.ts';
import type { OfficialFactId } from '../../../moderation/rows.ts';
import { dateAt, isDate } from '../../../ledger/dates.ts';
import { parseDecimal } from '../../../ledger/money.ts';
import { Invalid } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { block, line, orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { factsPage } from './facts-page.ts';

/** What the operator says itself, which stands beside the answers that are checked. */
export function facts(deps: Deps): Router {
  const router = Router();
  const { db, perform, now, config } = deps;
  router.use('/staff/facts', staffOnly('moderator'));

  router.get('/staff/facts', (req, res) => draw(deps, req, res));

  router.post('/staff/facts', async (req, res) => {
    const write = async () => {
      const { topic, amount, from, ...words } = readForm(FactForm, req.body);
      const known = await db('topics').where({ slug: topic }).first('id');
      if (!known) throw new Invalid({ topic: 'Choose a topic.' });
      const price = {
        kind: amount === '' ? 'answer' : 'price',
        amount_minor: minor(amount),
      } as const;
      const fact: NewFact = { ...words, ...price, topic_id: known.id, valid_from: dayOf(from) };
      await perform(actorOf(req), (work) => writeFact(work, fact));
      flash(res, 'fact-written');
      res.redirect(303, '/staff/facts');
    };
    await orRedraw(write, (errors) => draw(deps, req, res, errors));
  });

  router.post('/staff/facts/:id/end', async (req, res) => {
    const id = idFrom<OfficialFactId>(req.params.id);
    const today = dateAt(now(), config.TIME_ZONE);
    await perform(actorOf(req), (work) => endFact(work, id, today));
    flash(res, 'fact-ended');
    res.redirect(303, '/staff/facts');
  });

  return router;
}

function minor(amount: string): bigint | null {
  if (amount === '') return null;
  const parsed = parseDecimal(amount);
  if (parsed === undefined || parsed < 0n) {
    throw new Invalid({ amount: 'Enter an amount such as 2.50.' });
  }
  return parsed;
}

function dayOf(text: string): string {
  if (isDate(text)) return text;
  throw new Invalid({ from: 'Enter a day such as 2026-11-22.' });
}

async function draw(
  { db, render, formats }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const [known, topics] = await Promise.all([
    readFacts(db),
    db('topics').orderBy('position').select('slug', 'name'),
  ]);
  const page = factsPage(known, topics, formats, { errors, typed: typedIn(req.body) });
  const status = errors ? 422 : 200;
  const shell = { nav: 'staff', here: 'facts', noindex: true, status } as const;
  await render.page(req, res, 'moderation/facts/facts', page, shell);
}

const FactForm = z.object({
  topic: line({ missing: 'Choose a topic.', max: 100 }),
  title: line({ missing: 'Say what it is about.', min: 3, max: 150 }),
  body: block({ missing: 'Write what we say.', max: 2000, what: 'What we say' }),
  amount: z.string().trim().max(20).default(''),
  source: z
    .string('Enter an address that begins with https://')
    .trim()
    .max(500, 'This address is too long.')
    .regex(/^https:\/\/\S+$/, 'Enter an address that begins with https://'),
  from: line({ missing: 'Enter a day such as 2026-11-22.', max: 10 }),
});
