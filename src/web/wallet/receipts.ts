import { Router } from 'express';

import { findReceipt, type ReceiptOf } from '../../finance/statement/receipt.ts';
import { proveEntry } from '../../ledger/proof.ts';
import type { LedgerTransferId } from '../../ledger/rows.ts';
import { found, NotFound } from '../../refusals.ts';
import type { RewardId } from '../../rewards/rows.ts';
import type { Deps } from '../deps.ts';
import { sendProof } from '../finance/exports/download.ts';
import { idFrom } from '../ids.ts';
import { earnerOf } from './earner.ts';
import { receiptPage } from './receipt-page.ts';

/** A receipt for every line of one's own statement; nobody else's are there. */
export function receipts({ db, render, formats }: Deps): Router {
  const router = Router();

  router.get('/wallet/receipts/:entry', async (req, res) => {
    const member = earnerOf(req);
    const of = receiptFrom(req.params.entry);
    const receipt = found(await findReceipt(db, member.id, of), 'receipt');
    const page = receiptPage(receipt, formats);
    await render.page(req, res, 'wallet/receipt', page, { here: 'you', noindex: true });
  });

  router.get('/wallet/receipts/:entry/proof.json', async (req, res) => {
    const member = earnerOf(req);
    const receipt = await findReceipt(db, member.id, receiptFrom(req.params.entry));
    const { seq } = found(receipt?.entry, 'receipt');
    sendProof(res, found(seq === null ? undefined : await proveEntry(db, seq), 'proof'));
  });

  return router;
}

/** 412 is an entry's number, t412 a transfer without one, r412 a reward that moved nothing. */
function receiptFrom(text: string): ReceiptOf {
  const [, kind = '', number = ''] = /^([tr]?)([1-9]\d{0,17})$/.exec(text) ?? [];
  if (number === '') throw new NotFound('We can’t find that receipt.');
  if (kind === 'r') return { reward: idFrom<RewardId>(number) };
  return kind === 't' ? { id: BigInt(number) as LedgerTransferId } : { seq: BigInt(number) };
}
