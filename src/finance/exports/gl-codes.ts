import type { Knex } from 'knex';

import type { Month } from '../../ledger/dates.ts';
import { FAMILIES, familyOf } from '../books/accounts.ts';
import type { GlMappingRow } from '../rows.ts';

/** Where an account goes in the operator's general ledger; no cost centre or tax code is ''. */
export type GlCode = Pick<GlMappingRow, 'gl_code' | 'cost_centre' | 'tax_code'>;

/** Finds the codes of an account; `gl_code` is the chart's own, for what nobody has mapped. */
export type GlCodes = (account: { account: string; gl_code: string }) => GlCode;

/** The mapping in force in a month. What is changed later never reaches a month that is closed. */
export async function readGlCodes(db: Knex, month: Month): Promise<GlCodes> {
  const mapped = new Map((await readMappings(db, month)).map((row) => [row.line, row]));
  return ({ account, gl_code }) => {
    const row = mapped.get(familyOf(account).pattern);
    const { cost_centre = '', tax_code = '' } = row ?? {};
    return { gl_code: row?.gl_code ?? gl_code, cost_centre, tax_code };
  };
}

/** A line of accounts, and where it goes; nobody set it where it goes as the chart says. */
export type MappedLine = GlCode & {
  line: string;
  /** Of our own accounts. */
  name: string;
  set: (Pick<GlMappingRow, 'from_month' | 'reason' | 'made_at'> & { maker: string }) | undefined;
};

/** Every line of accounts as it is in a month, in the order of the chart. */
export async function readMappedLines(db: Knex, month: Month): Promise<MappedLine[]> {
  const [mappings, kinds] = await Promise.all([
    readMappings(db, month),
    db('ledger_account_kinds').select('pattern', 'gl_code'),
  ]);
  return FAMILIES.map(({ name, pattern: line }) => {
    const set = mappings.find((mapping) => mapping.line === line);
    const chart = kinds.find(({ pattern }) => new RegExp(pattern).test(sampleOf(line)));
    const codes = set ?? { gl_code: chart?.gl_code ?? '', cost_centre: '', tax_code: '' };
    const { gl_code, cost_centre, tax_code } = codes;
    return { line, name, gl_code, cost_centre, tax_code, set };
  });
}

/** An account's code that a line's pattern means. */
const sampleOf = (line: string) => line.replace('member:%', 'member:1').replace(/%$/, 'anybody');

/** The last mapping of each line that is in force in a month. */
async function readMappings(db: Knex, month: Month) {
  const { rows } = await db.raw<{ rows: (GlMappingRow & { maker: string })[] }>(
    `select distinct on (g.line) g.*, maker.name as maker
       from gl_mappings g join members maker on maker.id = g.made_by
      where g.from_month <= ? order by g.line, g.from_month desc, g.id desc`,
    [month],
  );
  return rows;
}
