import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { mayModerate } from '../../../forum/permissions.ts';
import { isSteward } from '../../../moderation/governance/find-stewards.ts';
import {
  chooseKeys,
  DESK_ACTIONS,
  type DeskKeys,
  readDeskSettings,
  setBlind,
} from '../../../moderation/queue/desk-settings.ts';
import { NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { form } from '../../form-page.ts';
import { type FieldErrors, oneOf, orRedraw, readForm, type Typed, typedIn } from '../../forms.ts';
import { settingsAside } from '../../members/account-page.ts';
import { actorOf, ownPath } from '../../visitor.ts';
import { DOES } from '../audits/keys.ts';

/** The keys of the desks, for whoever has one, and whether authors' names are hidden there. */
export function keyboard(deps: Deps): Router {
  const router = Router();
  router.use('/settings/keyboard', async (req, _res, next) => {
    const member = actorOf(req);
    if (!mayModerate(member) && !(await isSteward(deps.db, member.id))) throw new NotFound();
    next();
  });

  router.get('/settings/keyboard', (req, res) => draw(deps, req, res));

  router.post('/settings/keyboard', async (req, res) => {
    const choose = async () => {
      const { shortcuts, ...typed } = readForm(KeysForm, req.body);
      const keys = Object.fromEntries(
        DESK_ACTIONS.map((action) => [action, typed[`key-${action}`] ?? '']),
      ) as DeskKeys;
      await deps.perform(actorOf(req), (work) =>
        chooseKeys(work, { keysOff: shortcuts === 'off', keys }),
      );
      flash(res, 'keys-saved');
      res.redirect(303, '/settings/keyboard');
    };
    await orRedraw(choose, (errors) => draw(deps, req, res, { errors, typed: typedIn(req.body) }));
  });

  router.post('/settings/keyboard/blind', async (req, res) => {
    const { on, next } = readForm(BlindForm, req.body);
    await deps.perform(actorOf(req), (work) => setBlind(work, on === '1'));
    flash(res, on === '1' ? 'names-hidden' : 'names-shown');
    res.redirect(303, ownPath(next, '/staff/audits'));
  });

  return router;
}

type Again = { errors: FieldErrors; typed: Typed };

async function draw({ db, render }: Deps, req: Request, res: Response, again?: Again) {
  const { keys, keysOff } = await readDeskSettings(db, actorOf(req));
  const blank = {
    ...{ action: '/settings/keyboard', submit: 'Save' },
    fields: [
      { ...SHORTCUTS, value: keysOff ? 'off' : 'on' },
      ...DESK_ACTIONS.map((action) => ({
        ...{ name: `key-${action}`, label: labelOf(DOES[action]), value: keys[action] },
      })),
    ],
  };
  const page = {
    title: 'Keyboard',
    lead: 'The keys of the desk. Each presses a button that stands on the page.',
    form: form(blank, again?.errors, again?.typed),
    aside: settingsAside,
  };
  const options = { here: 'you', noindex: true, status: again ? 422 : 200 } as const;
  await render.page(req, res, 'members/account', page, options);
}

const labelOf = (does: string) => does.charAt(0).toUpperCase() + does.slice(1);

const SHORTCUTS = {
  ...{ name: 'shortcuts', label: 'Shortcuts', kind: 'choices' },
  options: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off', hint: 'Nothing happens when you press a key outside a field.' },
  ],
} as const;

const KeysForm = z
  .object({ shortcuts: oneOf(['on', 'off'], 'Choose on or off.') })
  .catchall(z.string().transform((key) => key.trim().toLowerCase()));

const BlindForm = z.object({
  on: oneOf(['1', '0'], 'Say whether names are hidden.'),
  next: z.string().optional(),
});
