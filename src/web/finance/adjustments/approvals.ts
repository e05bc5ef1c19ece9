import { Router } from 'express';

import { findProposals } from '../../../approvals/read-proposals.ts';
import type { ProposalId } from '../../../approvals/rows.ts';
import type { Deps } from '../../deps.ts';
import { queryText } from '../../forms.ts';
import { idFrom } from '../../ids.ts';
import { actorOf } from '../../visitor.ts';
import { approvalsPage } from './approvals-page.ts';
import { readSubjects } from './proposal-subjects.ts';

/** Everything in finance that waits for a second person, whatever it is. */
export function approvals({ db, render, formats, now }: Deps): Router {
  const router = Router();

  router.get('/finance/approvals', async (req, res) => {
    const text = queryText(req, 'after');
    const after = text === undefined ? undefined : idFrom<ProposalId>(text);
    const [waiting, expired] = await Promise.all([
      findProposals(db, { show: 'waiting', at: now(), after }),
      findProposals(db, { show: 'expired', at: now(), limit: 20 }),
    ]);
    const all = [...waiting.proposals, ...expired.proposals];
    const subjects = await readSubjects(db, all, formats);
    const read = { waiting, expired, subjects, viewer: actorOf(req), isFirst: after === undefined };
    await render.page(req, res, 'finance/approvals', approvalsPage(read), AREA);
  });

  return router;
}

const AREA = { nav: 'finance', here: 'approvals', search: false, tabs: false } as const;
