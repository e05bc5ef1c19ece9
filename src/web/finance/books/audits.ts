import { Router } from 'express';

import { readAudit } from '../../../moderation/audits/read-audit.ts';
import type { AuditId } from '../../../moderation/rows.ts';
import { findReward } from '../../../rewards/rewards.ts';
import type { Deps } from '../../deps.ts';
import { idFrom } from '../../ids.ts';
import { auditPage } from './audit-page.ts';

/** Audits for finance to read: it gives no verdict, so there is nothing to send. */
export function audits({ db, now, render, formats, markdown }: Deps): Router {
  const router = Router();

  router.get('/finance/audits/:id', async (req, res) => {
    const item = await readAudit(db, idFrom<AuditId>(req.params.id), now());
    const reward = await findReward(db, item.acceptance.id);
    const { plain } = await markdown.forPost(db, { answer: item.answer.id });
    const page = auditPage({ item, reward, formats, accepted: plain(item.accepted.body) });
    await render.page(req, res, 'finance/audit', page, {
      ...{ nav: 'finance', here: 'ledger', search: false, tabs: false },
    });
  });

  return router;
}
