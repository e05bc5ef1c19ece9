import { found } from '../refusals.ts';
import type { Work } from '../work.ts';
import type { GuideId, GuideRow } from './rows.ts';

/** A guide, held still until the work is done. */
export const holdGuide = async (work: Work, id: GuideId): Promise<GuideRow> =>
  found(await work.trx('guides').where({ id }).forUpdate().first(), 'guide');
