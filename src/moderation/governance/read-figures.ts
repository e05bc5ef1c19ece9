import type { Knex } from 'knex';

import type { TopicId } from '../../forum/rows.ts';
import type { GovernanceSettingRow, TopicModeRow } from '../rows.ts';
import { figuresOf, type DoubleAudit, type Figures } from './figures.ts';
import { countStewards } from './find-stewards.ts';

/** The figures of a topic: its last double audits, as many as the window holds. */
export async function readFigures(
  db: Knex,
  { topic_id, evidence_from }: Pick<TopicModeRow, 'topic_id' | 'evidence_from'>,
  { window_size }: Pick<GovernanceSettingRow, 'window_size'>,
): Promise<Figures> {
  const [doubles, stewards] = await Promise.all([
    readDoubles(db, topic_id, { since: evidence_from, limit: window_size }),
    countStewards(db, topic_id),
  ]);
  return figuresOf(doubles, stewards);
}

const readDoubles = (
  db: Knex,
  topic_id: TopicId,
  { since, limit }: { since: Date; limit: number },
): Promise<DoubleAudit[]> =>
  db('double_audits')
    .where({ topic_id, withdrawn_at: null })
    .where('made_at', '>', since)
    .orderBy([
      { column: 'made_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('stewards', 'staff');
