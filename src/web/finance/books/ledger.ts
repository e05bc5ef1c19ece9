import { Router, type Request } from 'express';

import { findEntry } from '../../../finance/books/entry.ts';
import { readPeriods } from '../../../finance/closing/periods.ts';
import type { TransferFilters } from '../../../finance/books/transfer-filters.ts';
import { findTransfers, sumTransfers } from '../../../finance/books/transfers.ts';
import { findSeal, proveEntry } from '../../../ledger/proof.ts';
import type { LedgerTransferId } from '../../../ledger/rows.ts';
import { found, NotFound } from '../../../refusals.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { sendProof } from '../exports/download.ts';
import { entryPage } from './entry-page.ts';
import { ledgerPage } from './ledger-page.ts';
import { ledgerQuery, readLedgerQuery } from './ledger-query.ts';

export function ledger({ db, render, formats, config }: Deps): Router {
  const router = Router();

  router.get('/finance/ledger', async (req, res) => {
    const query = ledgerQuery(req);
    const { filters, errors } = await readLedgerQuery(db, query);
    const isWrong = Object.keys(errors).length > 0;
    const [periods, listed] = await Promise.all([
      readPeriods(db),
      isWrong ? NOTHING : readTransfers(db, filters, placeOf(req)),
    ]);
    const page = ledgerPage(query, listed, { periods, errors }, formats);
    const status = isWrong ? 422 : 200;
    await render.page(req, res, 'finance/ledger', page, { ...AREA, here: 'ledger', status });
  });

  router.get('/finance/entries/:number', async (req, res) => {
    const entry = found(await findEntry(db, entryFrom(req.params.number)), 'entry');
    const { seq } = entry.transfer;
    const seal = seq === null ? undefined : await findSeal(db, seq);
    const page = entryPage(entry, { seal, timeZone: config.TIME_ZONE, formats });
    await render.page(req, res, 'finance/entry', page, { ...AREA, here: 'ledger' });
  });

  router.get('/finance/entries/:number/proof.json', async (req, res) => {
    const seq = bigFrom(req.params.number);
    sendProof(res, found(await proveEntry(db, seq), 'entry'));
  });

  return router;
}

const AREA = { nav: 'finance', search: false, tabs: false } as const;

const NOTHING = { transfers: [], newer: undefined, older: undefined, sums: undefined };

type Place = { after: LedgerTransferId | undefined; before: LedgerTransferId | undefined };

async function readTransfers(db: Deps['db'], filters: TransferFilters, place: Place) {
  const [page, sums] = await Promise.all([
    findTransfers(db, filters, place),
    sumTransfers(db, filters),
  ]);
  return { ...page, sums };
}

function placeOf(req: Request): Place {
  const [after, before] = ['after', 'before'].map((name) => {
    const text = queryText(req, name);
    return text === undefined ? undefined : (bigFrom(text) as LedgerTransferId);
  });
  return { after, before };
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
