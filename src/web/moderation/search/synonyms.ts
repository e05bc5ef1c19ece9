import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { LONGEST, MOST_TERMS } from '../../../forum/search/edit-synonyms.ts';
import { findSynonyms, listSynonyms } from '../../../forum/search/read-synonyms.ts';
import type { SynonymGroupId } from '../../../forum/rows.ts';
import {
  removeSynonyms,
  saveSynonyms,
  SEARCH_KEEPERS,
} from '../../../moderation/search/change-synonyms.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  optionalId,
  orRedraw,
  queryText,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { shellFor } from './shell.ts';
import { SYNONYMS, synonymsPage } from './synonyms-page.ts';

/** The words that search takes for one another. */
export function synonyms(deps: Deps): Router {
  const { perform } = deps;
  const router = Router();
  router.use(SYNONYMS, staffOnly(...SEARCH_KEEPERS));

  router.get(SYNONYMS, (req, res) => draw(deps, req, res, { id: queryText(req, 'edit') }));

  router.post(SYNONYMS, async (req, res) => {
    const save = async () => {
      const { id, terms } = readForm(GroupForm, req.body);
      await perform(actorOf(req), (work) => saveSynonyms(work, { id, terms: terms.split('\n') }));
      flash(res, 'synonyms-saved');
      res.redirect(303, SYNONYMS);
    };
    const { id } = typedIn(req.body);
    await orRedraw(save, (errors) => draw(deps, req, res, { id, errors }));
  });

  router.post(`${SYNONYMS}/:id/drop`, async (req, res) => {
    const id = idFrom<SynonymGroupId>(req.params['id']);
    await perform(actorOf(req), (work) => removeSynonyms(work, id));
    flash(res, 'synonyms-dropped');
    res.redirect(303, SYNONYMS);
  });

  return router;
}

const GroupForm = z.object({
  id: optionalId<SynonymGroupId>(),
  terms: block({
    ...{ missing: 'Write at least two that mean the same, one a line.' },
    ...{ max: (LONGEST + 1) * MOST_TERMS, what: 'The group' },
  }),
});

type Drawing = { id: string | undefined; errors?: FieldErrors };

async function draw(
  { db, render }: Deps,
  req: Request,
  res: Response,
  { id, errors }: Drawing,
): Promise<void> {
  const [edited, groups] = await Promise.all([
    id ? findSynonyms(db, idFrom<SynonymGroupId>(id)) : undefined,
    listSynonyms(db),
  ]);
  const page = synonymsPage(groups, {
    edited: id ? found(edited, 'group of words') : undefined,
    words: queryText(req, 'words')?.slice(0, LONGEST),
    ...{ errors, typed: errors && typedIn(req.body) },
  });
  await render.page(req, res, 'moderation/search/synonyms', page, {
    ...{ ...shellFor(req), status: errors ? 422 : 200 },
  });
}
