import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import {
  dropCannedNote,
  listCannedNotes,
  saveCannedNote,
} from '../../../moderation/queue/canned-notes.ts';
import type { CannedNoteId, CannedNoteRow } from '../../../moderation/rows.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { form, type Form } from '../../form-page.ts';
import { block, type FieldErrors, line, orRedraw, queryText, readForm } from '../../forms.ts';
import { type Typed, typedIn } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';

/** The texts that moderators share, each with a way to change it and to take it off the list. */
export type CannedPage = {
  title: string;
  notes: readonly { title: string; body: string; edit: string; drop: string }[];
  form: Form;
};

const PATH = '/staff/canned-notes';

/** Moderators keep their shared notes. */
export function canned(deps: Deps): Router {
  const router = Router();
  router.use(PATH, staffOnly('moderator'));

  router.get(PATH, (req, res) => draw(deps, req, res));

  router.post(PATH, async (req, res) => {
    const save = async () => {
      const { id, ...typed } = readForm(NoteForm, req.body);
      const known = id === '' ? undefined : idFrom<CannedNoteId>(id);
      await deps.perform(actorOf(req), (work) => saveCannedNote(work, typed, known));
      flash(res, 'canned-saved');
      res.redirect(303, PATH);
    };
    await orRedraw(save, (errors) => draw(deps, req, res, { errors, typed: typedIn(req.body) }));
  });

  router.post(`${PATH}/:id/drop`, async (req, res) => {
    const id = idFrom<CannedNoteId>(req.params.id);
    await deps.perform(actorOf(req), (work) => dropCannedNote(work, id));
    flash(res, 'canned-dropped');
    res.redirect(303, PATH);
  });

  return router;
}

type Again = { errors: FieldErrors; typed: Typed };

async function draw({ db, render }: Deps, req: Request, res: Response, again?: Again) {
  const notes = await listCannedNotes(db);
  const edited = notes.find(({ id }) => String(id) === (again?.typed.id ?? queryText(req, 'edit')));
  const page: CannedPage = {
    title: 'Canned notes',
    notes: notes.map(({ id, title, body }) => ({
      ...{ title, body, edit: `${PATH}?edit=${String(id)}`, drop: `${PATH}/${String(id)}/drop` },
    })),
    form: noteForm(edited, again),
  };
  await render.page(req, res, 'moderation/queue/canned', page, {
    ...{ nav: 'staff', here: 'audits', noindex: true, status: again ? 422 : 200 },
  });
}

const noteForm = (edited: CannedNoteRow | undefined, again: Again | undefined): Form =>
  form(
    {
      ...{ action: PATH, submit: edited ? 'Save the change' : 'Add it to the list' },
      hidden: { id: edited ? String(edited.id) : '' },
      fields: [
        { name: 'title', label: 'Name', value: edited?.title },
        {
          ...{ name: 'body', label: 'Text', kind: 'long', value: edited?.body },
          hint: 'You can write {author}, {topic}, {support_number} and {site}.',
        },
      ],
    },
    again?.errors,
    again?.typed,
  );

const NoteForm = z.object({
  id: z.string().default(''),
  title: line({ missing: 'Give it a name.', max: 80, what: 'The name' }),
  body: block({ missing: 'Write the text.', max: 1_000, what: 'The text' }),
});
