import { Router } from 'express';

import { row } from '../../../finance/exports/csv.ts';
import type { AcceptanceId } from '../../../forum/rows.ts';
import { monthAt } from '../../../ledger/dates.ts';
import { hashOf } from '../../../moderation/audits/draw-audit.ts';
import { findDraw, readDraws, readDrawsOf } from '../../../moderation/audits/read-draws.ts';
import type { AuditDrawRow } from '../../../moderation/rows.ts';
import { found } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { monthFrom } from '../../finance/months.ts';
import { queryText } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { staffOnly } from '../../visitor.ts';
import { CAUSES, drawPage, drawsPage } from './draws-page.ts';

/** Why each paid answer was drawn for a check, or was not, and how to repeat the draw. */
export function draws({ db, render, now, config }: Deps): Router {
  const router = Router();
  router.use('/staff/draws', staffOnly('moderator'));

  router.get('/staff/draws', async (req, res) => {
    const because = CAUSES.find((cause) => cause === queryText(req, 'because'));
    const after = queryText(req, 'after');
    const month = monthAt(now(), config.TIME_ZONE);
    const page = drawsPage(await readDraws(db, { because, after }), { because, after, month });
    await render.page(req, res, 'moderation/draws/draws', page, SHELL);
  });

  router.get('/staff/draws/:ym.csv', async (req, res) => {
    const month = monthFrom(req.params.ym);
    const rows = await readDrawsOf(db, { month, timeZone: config.TIME_ZONE });
    res.attachment(`draws-${month}.csv`).type('text/csv; charset=utf-8');
    res.set('Cache-Control', 'private, no-cache');
    res.send([row(COLUMNS), ...rows.map(lineOf)].join(''));
  });

  router.get('/staff/draws/:acceptance', async (req, res) => {
    const id = idFrom<AcceptanceId>(req.params.acceptance);
    const page = drawPage(found(await findDraw(db, id), 'draw'));
    await render.page(req, res, 'moderation/draws/draw', page, SHELL);
  });

  return router;
}

const SHELL = { nav: 'staff', here: 'agreement', noindex: true } as const;

const COLUMNS = [
  ...['acceptance', 'drawn_at', 'seed', 'sha256', 'number', 'share', 'because', 'drawn'],
];

const lineOf = (draw: AuditDrawRow) =>
  row([
    ...[BigInt(draw.acceptance_id), draw.drawn_at.toISOString(), draw.seed],
    ...[hashOf(draw.seed, draw.acceptance_id), BigInt(draw.number), BigInt(draw.share)],
    ...[draw.because, draw.drawn ? 'yes' : 'no'],
  ]);
