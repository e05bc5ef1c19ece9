import { Router, type Request, type Response } from 'express';

import {
  acceptInvitation,
  declineInvitation,
} from '../../../moderation/governance/answer-invitation.ts';
import { resignStewardship } from '../../../moderation/governance/end-stewardship.ts';
import { findAppointment, readTopicNames } from '../../../moderation/governance/find-stewards.ts';
import { signUndertaking } from '../../../moderation/governance/sign-undertaking.ts';
import { findSignedAt, readUndertaking } from '../../../moderation/governance/undertakings.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { flash } from '../../flash.ts';
import { orRedraw, typedIn, type FieldErrors } from '../../forms.ts';
import { actorOf } from '../../visitor.ts';
import { STEWARD_DESK } from './desk-page.ts';
import { INVITATION, invitationPage, SIGNATURE } from './invitation-page.ts';
import { readAnswer, readResignation, readSignature } from './steward-forms.ts';

/** Where a member reads what a steward undertakes, says yes in writing or no, and later stops. */
export function invitations(deps: Deps): Router {
  const router = Router();
  const redraw = (req: Request, res: Response) => (errors: FieldErrors) =>
    draw(deps, req, res, errors);

  router.get(INVITATION, (req, res) => draw(deps, req, res));
  router.post(INVITATION, (req, res) => orRedraw(() => answer(deps, req, res), redraw(req, res)));
  router.post(SIGNATURE, (req, res) => orRedraw(() => sign(deps, req, res), redraw(req, res)));
  router.post('/steward/resignation', (req, res) =>
    orRedraw(() => resign(deps, req, res), redraw(req, res)),
  );
  return router;
}

async function draw(
  { db, formats, render }: Deps,
  req: Request,
  res: Response,
  errors?: FieldErrors,
): Promise<void> {
  const appointment = found(await findAppointment(db, actorOf(req).id), 'invitation');
  const [topics, undertaking, signedAt] = await Promise.all([
    readTopicNames(db, appointment.id),
    readUndertaking(db),
    findSignedAt(db, appointment),
  ]);
  const page = invitationPage({
    ...{ appointment, topics, undertaking, signedAt, formats, errors },
    typed: errors && typedIn(req.body),
  });
  await render.page(req, res, 'moderation/stewards/invitation', page, {
    ...{ here: 'elsewhere', noindex: true, status: errors ? 422 : 200 },
  });
}

async function answer({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { answer: said, signature, version } = readAnswer(req.body);
  if (said === 'decline') {
    await perform(actorOf(req), declineInvitation);
    flash(res, 'steward-declined');
    res.redirect(303, '/');
    return;
  }
  await perform(actorOf(req), (work) => acceptInvitation(work, { signature, version }));
  flash(res, 'steward-accepted');
  res.redirect(303, STEWARD_DESK);
}

async function sign({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const signed = readSignature(req.body);
  await perform(actorOf(req), (work) => signUndertaking(work, signed));
  flash(res, 'undertaking-signed');
  res.redirect(303, STEWARD_DESK);
}

async function resign({ perform }: Deps, req: Request, res: Response): Promise<void> {
  const { reason } = readResignation(req.body);
  await perform(actorOf(req), (work) => resignStewardship(work, reason));
  flash(res, 'steward-resigned');
  res.redirect(303, '/');
}
