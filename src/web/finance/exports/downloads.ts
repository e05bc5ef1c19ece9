import { Router, type Request } from 'express';

import { exportMonth, type Export } from '../../../finance/exports/export.ts';
import type { Format } from '../../../finance/exports/formats.ts';
import { lastDay, nextDay } from '../../../finance/months.ts';
import type { Month } from '../../../ledger/dates.ts';
import { NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { sendFile, sendManifest } from './download.ts';
import { monthFrom } from '../months.ts';

/** The month's files, each with a manifest at the same address. */
export function downloads({ db }: Deps): Router {
  const router = Router();
  const serve = (path: string, fileOf: (req: Request) => Promise<Export>) => {
    router.get(path, async (req, res) => {
      await sendFile(req, res, await fileOf(req));
    });
    router.get(`${path}.manifest.json`, async (req, res) => {
      sendManifest(res, await fileOf(req));
    });
  };
  for (const [format, { folder, extension }] of Object.entries(ADDRESSES)) {
    serve(`/finance/${folder}/:ym.${extension}`, (req) => {
      const month = monthFrom(req.params['ym']);
      return exportMonth(db, { month, format: format as Format, through: throughIn(req) });
    });
  }
  serve('/finance/liability/:date.csv', (req) => {
    const { month, before } = dayFrom(req.params['date']);
    return exportMonth(db, { month, before, format: 'liability', through: throughIn(req) });
  });
  return router;
}

/** Where a month's file is to be had; up to an entry, if one is named. */
export function fileAddress(format: Format, month: Month, through?: bigint): string {
  const address =
    format === 'liability'
      ? `/finance/liability/${lastDay(month)}.csv`
      : `/finance/${ADDRESSES[format].folder}/${month}.${ADDRESSES[format].extension}`;
  return through === undefined ? address : `${address}?through=${String(through)}`;
}

const csv = (folder: string) => ({ folder, extension: 'csv' });

const ADDRESSES: Record<Exclude<Format, 'liability'>, { folder: string; extension: string }> = {
  csv: csv('ledger'),
  journal: csv('journal'),
  xlsx: { folder: 'journal', extension: 'xlsx' },
  hledger: { folder: 'journal', extension: 'hledger' },
  beancount: { folder: 'journal', extension: 'beancount' },
  'trial-balance': csv('trial-balance'),
  erp: csv('erp'),
  'roll-forward': csv('roll-forward'),
  adjustments: csv('adjustments'),
  jsonl: { folder: 'journal', extension: 'jsonl' },
};

/** The entry up to which an open month was exported before, so that it can be had again. */
function throughIn(req: Request): bigint | undefined {
  const text = queryText(req, 'through');
  return text !== undefined && /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}

/** A day from an address, as the month it is in and the day after it. */
function dayFrom(text: unknown): { month: Month; before: string } {
  const day = typeof text === 'string' ? /^(\d{4}-\d\d)-\d\d$/.exec(text) : null;
  const month = monthFrom(day?.[1]);
  const date = String(day?.[0]);
  if (date > lastDay(month) || date.endsWith('-00')) throw new NotFound('We can’t find that day.');
  return { month, before: nextDay(date) };
}
