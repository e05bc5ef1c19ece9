import type { Suite } from './suite.ts';

/** A suite of several parts, measured one after the other; any of them can be asked for alone. */
export const suiteOf =
  (parts: Record<string, Suite>): Suite =>
  async (bench) => {
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
