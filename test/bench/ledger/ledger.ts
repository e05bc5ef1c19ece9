import { suiteOf } from '../suite-of.ts';
import { benchExporting } from './exporting.ts';
import { benchPosting } from './posting.ts';
import { benchReading } from './reading.ts';

/** How quick the ledger is, against the least that PostgreSQL could do for the same rows. */
export const ledgerSuite = suiteOf({
  posting: benchPosting,
  reading: benchReading,
  exporting: benchExporting,
});
