import type { Knex } from 'knex';

import type { Perform } from '../../work.ts';
import { holdAudit } from '../audits/hold-audit.ts';
import { handOver } from './turns.ts';

/** Gives staff what stewards have had for as many hours as the settings allow; says how many. */
export async function passOnLateAudits(db: Knex, perform: Perform, now: Date): Promise<number> {
  const late = await db('steward_audits')
    .where({ ended_at: null })
    .where('due_at', '<=', now)
    .orderBy(['due_at', 'audit_id'])
    .limit(1000)
    .pluck('audit_id');
  for (const id of late) {
    await perform('system', async (work) => {
      await holdAudit(work, id);
      await handOver(work, id, 'late');
    });
  }
  return late.length;
}
