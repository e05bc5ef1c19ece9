import type { Suite } from '../suite.ts';
import { benchExporting } from './exporting.ts';
import { benchPosting } from './posting.ts';
import { benchReading } from './reading.ts';

/** How quick the ledger is, against the least that PostgreSQL could do for the same rows. */
export const ledgerSuite: Suite = async (bench) => {
  const parts = { posting: benchPosting, reading: benchReading, exporting: benchExporting };
  const gates = [];
  const figures: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (!bench.isWanted(name)) continue;
    bench.say(`Measuring ${name}`);
    const found = await part(bench);
    gates.push(...found.gates);
    figures[name] = found.figures;
  }
  return { gates, figures };
};
