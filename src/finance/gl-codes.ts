import type { Knex } from 'knex';

import type { Month } from '../ledger/dates.ts';
import { familyOf } from './accounts.ts';
import type { GlMappingRow } from './rows.ts';

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

/** The last mapping of each line that is in force in a month. */
export async function readMappings(db: Knex, month: Month): Promise<GlMappingRow[]> {
  const { rows } = await db.raw<{ rows: GlMappingRow[] }>(
    `select distinct on (line) * from gl_mappings
      where from_month <= ? order by line, from_month desc, id desc`,
    [month],
  );
  return rows;
}
