import { Router } from 'express';

import { exportMonth, type Format } from '../../finance/exports/export.ts';
import type { Deps } from '../deps.ts';
import { sendFile, sendManifest } from './download.ts';
import { monthFrom } from './months.ts';

/** The month's files, each with a manifest at the same address. */
export function downloads({ db }: Deps): Router {
  const router = Router();
  for (const [format, { folder, extension }] of Object.entries(ADDRESSES)) {
    const file = (month: string) =>
      exportMonth(db, { month: monthFrom(month), format: format as Format });

    router.get(`/finance/${folder}/:ym.${extension}`, async (req, res) => {
      await sendFile(req, res, await file(req.params.ym));
    });

    router.get(`/finance/${folder}/:ym.${extension}.manifest.json`, async (req, res) => {
      sendManifest(res, await file(req.params.ym));
    });
  }
  return router;
}

/** Where a month's file is to be had. */
export const fileAddress = (format: Format, month: string) =>
  `/finance/${ADDRESSES[format].folder}/${month}.${ADDRESSES[format].extension}`;

const ADDRESSES: Record<Format, { folder: string; extension: string }> = {
  csv: { folder: 'ledger', extension: 'csv' },
  'trial-balance': { folder: 'trial-balance', extension: 'csv' },
  hledger: { folder: 'journal', extension: 'hledger' },
  beancount: { folder: 'journal', extension: 'beancount' },
};
