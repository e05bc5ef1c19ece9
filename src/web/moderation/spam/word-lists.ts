import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { addListedWord, removeListedWord } from '../../../moderation/posts/change-lists.ts';
import type { ListedWordId } from '../../../trust/rows.ts';
import { readListedWords } from '../../../trust/spam/read-suspicion.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  line,
  oneOf,
  optionalBlock,
  orRedraw,
  readForm,
  typedIn,
  type FieldErrors,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { wordListsPage } from './word-lists-page.ts';

/** The words that are blocked, held or flagged. */
export function wordLists(deps: Deps): Router {
  const { perform } = deps;
  const router = Router();
  router.use('/staff/word-lists', staffOnly('moderator'));

  router.get('/staff/word-lists', (req, res) => draw(deps, req, res));

  router.post('/staff/word-lists', async (req, res) => {
    const add = async () => {
      const word = readForm(WordForm, req.body);
      await perform(actorOf(req), (work) => addListedWord(work, word));
      flash(res, 'word-listed');
      res.redirect(303, '/staff/word-lists');
    };
    await orRedraw(add, (errors) => draw(deps, req, res, errors));
  });

  router.post('/staff/word-lists/:id/removal', async (req, res) => {
    const id = idFrom<ListedWordId>(req.params.id);
    await perform(actorOf(req), (work) => removeListedWord(work, id));
    flash(res, 'word-unlisted');
    res.redirect(303, '/staff/word-lists');
  });

  return router;
}

async function draw({ db, render }: Deps, req: Request, res: Response, errors?: FieldErrors) {
  const page = wordListsPage(await readListedWords(db), errors, typedIn(req.body));
  await render.page(req, res, 'moderation/spam/word-lists', page, {
    ...{ nav: 'staff', here: 'words', noindex: true, status: errors ? 422 : 200 },
  });
}

const WordForm = z.object({
  phrase: line({
    ...{ missing: 'Type a word.', min: 2, max: 60, what: 'The word' },
    short: 'Two letters at least.',
  }),
  effect: oneOf(['block', 'hold', 'flag'], 'Say what it does.'),
  note: optionalBlock(1_000, 'The note'),
});
