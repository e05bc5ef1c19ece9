import { Router, type Request, type Response } from 'express';
import { z } from 'zod';

import { dateAfter, dateAt, isDate, startOf } from '../../../ledger/dates.ts';
import { findMemberByName, readMember } from '../../../members/find-members.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { liftSanction } from '../../../moderation/sanctions/end-sanction.ts';
import { imposeSanction } from '../../../moderation/sanctions/impose-sanction.ts';
import { findSanction, readSanctions } from '../../../moderation/sanctions/sanction.ts';
import { readTexts } from '../../../moderation/sanctions/texts.ts';
import type { SanctionId } from '../../../moderation/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import {
  block,
  type FieldErrors,
  oneOf,
  optionalBlock,
  orRedraw,
  readForm,
  typedIn,
} from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf, staffOnly } from '../../visitor.ts';
import { sanctionsPath } from './sanctions-path.ts';
import { type Refused, sanctionsPage } from './sanctions-page.ts';

/** What a member was sanctioned for, the next step, and ending one early. */
export function sanctions(deps: Deps): Router {
  const { perform, operator } = deps;
  const router = Router();
  router.use(
    ['/staff/members/:name/sanctions', '/staff/sanctions'],
    staffOnly('moderator', 'admin'),
  );

  router.get('/staff/members/:name/sanctions', async (req, res) => {
    const member = found(await findMemberByName(deps.db, req.params.name), 'member');
    await draw(deps, req, res, member);
  });

  router.post('/staff/members/:name/sanctions', async (req, res) => {
    const member = found(await findMemberByName(deps.db, req.params.name), 'member');
    const impose = async () => {
      const { until, ...sanction } = readForm(SanctionForm, req.body);
      const end = until === '' ? null : startOf(dateAfter(until), operator.timeZone);
      await perform(actorOf(req), (work) =>
        imposeSanction(work, member.id, { ...sanction, until: end }),
      );
      flash(res, 'sanctioned');
      res.redirect(303, sanctionsPath(member.name));
    };
    await orRedraw(impose, (errors) => draw(deps, req, res, member, refusedIn(req, errors)));
  });

  router.post('/staff/sanctions/:id/end', async (req, res) => {
    const id = idFrom<SanctionId>(req.params.id);
    const sanction = found(await findSanction(deps.db, id), 'sanction');
    const member = found(await readMember(deps.db, sanction.member_id), 'member');
    const lift = async () => {
      const { because } = readForm(EndForm, req.body);
      await perform(actorOf(req), (work) => liftSanction(work, id, because));
      flash(res, 'sanction-ended');
      res.redirect(303, sanctionsPath(member.name));
    };
    await orRedraw(lift, (errors) => draw(deps, req, res, member, refusedIn(req, errors, id)));
  });

  return router;
}

const DAY = 86_400_000;

const refusedIn = (req: Request, errors: FieldErrors, ending?: SanctionId): Refused => ({
  ...{ ending, errors, typed: typedIn(req.body) },
});

async function draw(
  { db, now, operator, formats, render }: Deps,
  req: Request,
  res: Response,
  member: MemberRow,
  refused?: Refused,
): Promise<void> {
  const viewer = actorOf(req);
  const [history, texts] = await Promise.all([readSanctions(db, member.id), readTexts(db)]);
  const at = now();
  const lastDay = (days: number) => dateAt(new Date(at.getTime() + days * DAY), operator.timeZone);
  const needs = { viewer, texts, at, formats, lastDay };
  const page = sanctionsPage(member, history, needs, refused);
  await render.page(req, res, 'moderation/sanctions/member', page, {
    ...{ nav: viewer.role === 'admin' ? 'admin' : 'staff', here: 'elsewhere', noindex: true },
    status: refused ? 422 : 200,
  });
}

const SanctionForm = z.object({
  kind: oneOf(['warning', 'limited', 'suspended', 'closed'], 'Choose a step.'),
  reason: oneOfSlug('Say what for.'),
  until: z
    .string()
    .trim()
    .refine((text) => text === '' || isDate(text), 'A day is written like 2026-11-30.')
    .default(''),
  note: optionalBlock(1_000, 'The note'),
});

const EndForm = z.object({
  because: block({ missing: 'Say why it ends early.', max: 1_000, what: 'The reason' }),
});

function oneOfSlug(missing: string) {
  return z.string(missing).regex(/^[a-z]+(-[a-z]+)*$/, missing);
}
