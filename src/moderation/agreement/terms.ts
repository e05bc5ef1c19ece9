import type { Knex } from 'knex';

import type { AgreementTermRow } from '../rows.ts';

/** How agreement is measured now; undefined where nobody has said, so that nothing is. */
export const findTerms = (db: Knex): Promise<AgreementTermRow | undefined> =>
  db('agreement_terms').orderBy('id', 'desc').first();
