import { Router, type Request } from 'express';

import { findEntry } from '../../finance/entry.ts';
import { readPeriods } from '../../finance/periods.ts';
import { findTransfers } from '../../finance/transfers.ts';
import type { LedgerTransferId } from '../../ledger/rows.ts';
import { found, NotFound } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { queryText } from '../forms.ts';
import { entryPage } from './entry-page.ts';
import { ledgerPage, type LedgerQuery } from './ledger-page.ts';
import { askedMonth } from './months.ts';
import { isEvent } from './transfer-words.ts';

export function ledger({ db, render, formats }: Deps): Router {
  const router = Router();

  router.get('/finance/ledger', async (req, res) => {
    const { after, ...query } = queryOf(req);
    const [periods, transfers] = await Promise.all([
      readPeriods(db),
      findTransfers(db, { ...query, month: query.period }, { after }),
    ]);
    const page = ledgerPage(
      query,
      { periods, ...transfers, isFirst: after === undefined },
      formats,
    );
    await render.page(req, res, 'finance/ledger', page, { ...AREA, here: 'ledger' });
  });

  router.get('/finance/entries/:number', async (req, res) => {
    const entry = found(await findEntry(db, entryFrom(req.params.number)), 'entry');
    await render.page(req, res, 'finance/entry', entryPage(entry), { ...AREA, here: 'ledger' });
  });

  return router;
}

const AREA = { nav: 'finance', search: false, tabs: false } as const;

function queryOf(req: Request): LedgerQuery & { after: LedgerTransferId | undefined } {
  const event = queryText(req, 'event') ?? '';
  const after = queryText(req, 'after');
  return {
    period: askedMonth(req, 'period'),
    account: queryText(req, 'account')?.slice(0, 120) || undefined,
    event: isEvent(event) ? event : undefined,
    text: queryText(req, 'q')?.slice(0, 120) || undefined,
    after: after === undefined ? undefined : (bigFrom(after) as LedgerTransferId),
  };
}

/** An entry by its number; t12 is the transfer 12, which has none yet. */
function entryFrom(text: string): { seq: bigint } | { id: LedgerTransferId } {
  if (text.startsWith('t')) return { id: bigFrom(text.slice(1)) as LedgerTransferId };
  return { seq: bigFrom(text) };
}

/** A number from an address; what is none is not found. */
export function bigFrom(text: string): bigint {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new NotFound();
  return BigInt(text);
}
