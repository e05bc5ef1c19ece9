import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from '#src/root.ts';

/** An answer, and others that were written after it: copies of it and answers of their own. */
export type Labelled = {
  source: string;
  others: readonly { kind: string; copy: boolean; text: string }[];
};

/** `= source`, `+ kind` of copy and `- kind` of own words, each with its text on the next line. */
export const labelledAnswers = (): Labelled[] =>
  readFileSync(join(root, 'test/trust/originality/labelled-answers.txt'), 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => {
      const [source = '', ...others] = block
        .split(/\n?^[=+-] /m)
        .filter((part) => part !== '')
        .map((part) => part.slice(part.indexOf('\n') + 1));
      const labels = [...block.matchAll(/^([+-]) (\w+)$/gm)];
      return {
        source,
        others: labels.map(([, sign, kind = ''], index) => ({
          ...{ kind, copy: sign === '+', text: others[index] ?? '' },
        })),
      };
    });
