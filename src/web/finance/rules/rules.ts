import { Router, type Request, type Response } from 'express';

import { draftRules, editDraft } from '../../../rewards/draft-rules.ts';
import { findRuleSet, readRuleSets } from '../../../rewards/read-rule-sets.ts';
import { readActiveRules, withSteps } from '../../../rewards/rules.ts';
import type { RuleSetId } from '../../../rewards/rows.ts';
import { Conflict, found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, readForm, typedIn, type FieldErrors } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { drawRulesForm, rulesForm, termsOf } from './rules-form.ts';
import { rulesPage, rulesPath } from './rules-page.ts';

/** The rule sets: in force, to come, past, and drafts that are written and changed here. */
export function rules(deps: Deps): Router {
  const { db, perform, render, formats, now } = deps;
  const router = Router();

  router.get('/finance/rules', async (req, res) => {
    const page = rulesPage(await readRuleSets(db), now(), formats);
    await render.page(req, res, 'finance/rules', page, AREA);
  });

  router.get('/finance/rules/new', async (req, res) => {
    await drawNew(deps, req, res);
  });

  router.post('/finance/rules', async (req, res) => {
    const attempt = async () => {
      const terms = termsOf(readForm(rulesForm, req.body));
      const draft = await perform(actorOf(req), (work) => draftRules(work, terms));
      flash(res, 'rules-drafted');
      res.redirect(303, rulesPath(draft));
    };
    await orRedraw(attempt, (errors) => drawNew(deps, req, res, errors));
  });

  router.get('/finance/rules/:id/edit', async (req, res) => {
    await drawEdit(deps, req, res);
  });

  router.post('/finance/rules/:id/edit', async (req, res) => {
    const id = idFrom<RuleSetId>(req.params.id);
    const attempt = async () => {
      const terms = termsOf(readForm(rulesForm, req.body));
      await perform(actorOf(req), (work) => editDraft(work, id, terms));
      flash(res, 'rules-saved');
      res.redirect(303, rulesPath({ id }));
    };
    await orRedraw(attempt, (errors) => drawEdit(deps, req, res, errors));
  });

  return router;
}

const AREA = { nav: 'finance', here: 'rules', search: false, tabs: false } as const;

/** A new draft begins with what is in force. */
async function drawNew(
  { db, now, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const active = await withSteps(db, await readActiveRules(db, now()));
  const blank = {
    ...{ action: '/finance/rules', submit: 'Save the draft' },
    terms: { ...active, notes: '' },
  };
  const page = { title: 'Draft new rules', form: drawRulesForm(blank, errors, typedIn(req.body)) };
  await render.page(req, res, 'finance/rules-form', page, { ...AREA, status: errors ? 422 : 200 });
}

async function drawEdit(
  { db, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const draft = found(await findRuleSet(db, idFrom<RuleSetId>(req.params['id'])), 'rule set');
  if (draft.published_at !== null) {
    throw new Conflict('These rules are published and never changed. Draft new ones instead.');
  }
  const blank = { action: `${rulesPath(draft)}/edit`, submit: 'Save the draft', terms: draft };
  const title = `Change draft ${String(draft.id)}`;
  const page = { title, form: drawRulesForm(blank, errors, typedIn(req.body)) };
  await render.page(req, res, 'finance/rules-form', page, { ...AREA, status: errors ? 422 : 200 });
}
