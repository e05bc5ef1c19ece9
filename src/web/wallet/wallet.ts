import { Router, type Request } from 'express';

import { exportStatement } from '../../finance/exports/export-statement.ts';
import { mayEarn } from '../../finance/permissions.ts';
import { readStatement } from '../../finance/statement.ts';
import { readWallet } from '../../finance/wallet.ts';
import type { MemberRow } from '../../members/rows.ts';
import { NotAllowed } from '../../refusals.ts';
import type { Deps } from '../deps.ts';
import { sendFile, sendManifest } from '../finance/download.ts';
import { askedMonth, monthFrom } from '../finance/months.ts';
import { actorOf } from '../visitor.ts';
import { walletPage } from './wallet-page.ts';

/** A member's own wallet; nobody has anybody else's. */
export function wallet({ db, render, formats, now, config }: Deps): Router {
  const router = Router();
  const place = {
    timeZone: config.TIME_ZONE,
    currency: config.CURRENCY,
    siteUrl: config.SITE_URL,
  };
  const file = (req: Request<{ ym: string }>) =>
    exportStatement(db, { memberId: earnerOf(req).id, month: monthFrom(req.params.ym) }, place);

  router.get('/wallet', async (req, res) => {
    const member = earnerOf(req);
    const held = await readWallet(db, member.id, { now: now(), timeZone: place.timeZone });
    const month = askedMonth(req, 'month') ?? held.month;
    const statement = await readStatement(db, member.id, { ...place, month });
    const page = walletPage(member, { wallet: held, statement }, formats);
    await render.page(req, res, 'wallet/wallet', page, { here: 'you', noindex: true });
  });

  router.get('/wallet/statement/:ym.csv', async (req, res) => {
    await sendFile(req, res, await file(req));
  });

  router.get('/wallet/statement/:ym.csv.manifest.json', async (req, res) => {
    sendManifest(res, await file(req));
  });

  return router;
}

function earnerOf(req: Pick<Request, 'visitor'>): MemberRow {
  const member = actorOf(req as Request);
  if (!mayEarn(member)) throw new NotAllowed('Staff do not earn airtime, so they have no wallet.');
  return member;
}
