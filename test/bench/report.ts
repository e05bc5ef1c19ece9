import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { format } from 'prettier';

import { root } from '#src/root.ts';
import type { Calibration } from './calibrate.ts';
import { hasPassed, limitOf, type Gate } from './gates.ts';
import type { Found } from './suite.ts';

export type Report = Found & {
  suite: string;
  /** When it was measured. */
  at: string;
  machine: object;
  calibration: { before: Calibration; after: Calibration };
};

/** Writes a run down: everything as JSON, and what matters as Markdown. Says where. */
export async function writeReport(report: Report): Promise<string> {
  const folder = join(root, 'test/bench/results');
  await mkdir(folder, { recursive: true });
  const file = join(folder, report.suite);
  await writeFile(`${file}.json`, await format(JSON.stringify(report), { parser: 'json' }));
  await writeFile(`${file}.md`, inWords(report));
  return `test/bench/results/${report.suite}.md`;
}

const inWords = ({ suite, at, machine, calibration, gates, figures }: Report) => `# ${suite}

Measured at ${at} by \`npm run bench -- ${suite}\`. Ratios are of medians of interleaved rounds in this run.

| Gate | Limit | Measured | |
|---|---|---|---|
${gates.map(line).join('\n')}

Absolute figures say something only beside the calibration of the same run.

\`\`\`json
${JSON.stringify({ machine, calibration, figures }, null, 2).replaceAll(/\[[^[\]{}]*\]/g, (list) => list.replaceAll(/\s+/g, ' '))}
\`\`\`
`;

const line = (gate: Gate) =>
  `| ${gate.name} | ${limitOf(gate)} | ${gate.measured.toFixed(2)} ${gate.unit} | ${hasPassed(gate) ? 'pass' : '**fail**'} |`;
