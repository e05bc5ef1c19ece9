import assert from 'node:assert/strict';

import type { Knex } from 'knex';

import { monthAfter, monthAt, type Month } from '../../ledger/dates.ts';
import { Conflict, Invalid, NotAllowed } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import { FAMILIES } from '../books/accounts.ts';
import type { GlCode } from './gl-codes.ts';
import { isFinance } from '../permissions.ts';
import type { GlMappingRow } from '../rows.ts';

export type NewMapping = GlCode & {
  /** The pattern of a family of accounts, such as member:%:available. */
  line: string;
  reason: string;
};

/**
 * Puts a line of accounts under other codes of the operator's general ledger, from the first open
 * month on; files of months that are closed or closing stay as they are.
 */
export async function changeGlMapping(work: Work, change: NewMapping): Promise<GlMappingRow> {
  const maker = actingMember(work);
  if (!isFinance(maker)) throw new NotAllowed('The general ledger’s codes are set by finance.');
  refuseWrong(change);
  const from_month = await firstOpenMonth(work.trx, monthAt(work.at, work.operator.timeZone));
  const made = { made_by: maker.id, made_at: work.at };
  const [row] = await work
    .trx('gl_mappings')
    .insert({ ...change, from_month, ...made })
    .returning('*')
    .catch(asClosedMeanwhile);
  assert(row, 'the mapping was written');
  return row;
}

/** The month after every one that is closing or closed, or the first that was booked under. */
export async function firstOpenMonth(db: Knex, current: Month): Promise<Month> {
  const [periods] = await db('ledger_periods').select({
    shut: db.raw(`max(id) filter (where state <> 'open')`),
    first: db.raw('min(id)'),
  });
  const { shut, first } = periods as { shut: Month | null; first: Month | null };
  return shut === null ? (first ?? current) : monthAfter(shut);
}

/** The database looks again, behind a lock, whether every month from then on is open. */
function asClosedMeanwhile(error: unknown): never {
  const isRefused = error instanceof Error && 'code' in error && error.code === '23000';
  if (isRefused) throw new Conflict('Somebody is closing that month just now. Try again.');
  throw error;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/;
const SHAPE = 'Use up to 20 letters, digits, dots, dashes or underscores.';

function refuseWrong({ line, gl_code, cost_centre, tax_code, reason }: NewMapping): void {
  const isCode = (text: string) => text === '' || CODE.test(text);
  const length = [...reason].length;
  const fields = {
    ...(!FAMILIES.some(({ pattern }) => pattern === line) && { line: 'Choose a line.' }),
    ...(!CODE.test(gl_code) && { gl_code: `Type a code. ${SHAPE}` }),
    ...(!isCode(cost_centre) && { cost_centre: SHAPE }),
    ...(!isCode(tax_code) && { tax_code: SHAPE }),
    ...((length < 10 || length > 1000) && { reason: 'Say why, in 10 to 1,000 characters.' }),
  };
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
}
