import { Router, type Request } from 'express';

import { exportStatement } from '../../finance/exports/export-statement.ts';
import { readYearsOf } from '../../finance/reports/annual-totals.ts';
import { readStatement } from '../../finance/statement/statement.ts';
import { readWallet } from '../../finance/statement/wallet.ts';
import type { Deps } from '../deps.ts';
import { sendFile, sendManifest } from '../finance/exports/download.ts';
import { askedMonth, monthFrom } from '../finance/months.ts';
import { readLevelCard } from '../levels/read-level-card.ts';
import { earnerOf } from './earner.ts';
import { receipts } from './receipts.ts';
import { walletPage } from './wallet-page.ts';

/** A member's own wallet; nobody has anybody else's. */
export function wallet(deps: Deps): Router {
  const { db, render, formats, now, config, site } = deps;
  const router = Router();
  router.use(receipts(deps));
  const place = {
    timeZone: config.TIME_ZONE,
    currency: config.CURRENCY,
    siteUrl: config.SITE_URL,
  };
  const file = (req: Request, as: 'csv' | 'pdf') => {
    const [member, month] = [earnerOf(req), monthFrom(req.params['ym'])];
    const words = { siteName: site.name, monthTitle: formats.month(month) };
    return exportStatement(db, { member, month, as }, { ...place, ...words });
  };

  router.get('/wallet', async (req, res) => {
    const member = earnerOf(req);
    const held = await readWallet(db, member.id, { now: now(), timeZone: place.timeZone });
    const month = askedMonth(req, 'month') ?? held.month;
    const [statement, years, level] = await Promise.all([
      readStatement(db, member.id, { ...place, month }),
      readYearsOf(db, member.id),
      readLevelCard(db, member, now()),
    ]);
    const page = walletPage(member, { wallet: held, statement, years, level }, formats);
    await render.page(req, res, 'wallet/wallet', page, { here: 'you', noindex: true });
  });

  for (const as of ['csv', 'pdf'] as const) {
    router.get(`/wallet/statement/:ym.${as}`, async (req, res) => {
      await sendFile(req, res, await file(req, as));
    });

    router.get(`/wallet/statement/:ym.${as}.manifest.json`, async (req, res) => {
      sendManifest(res, await file(req, as));
    });
  }

  return router;
}
