import { decimal } from '../../ledger/money.ts';

/**
 * A cell of a table: text that people may have typed, a number, a figure that is printed as it is,
 * a calendar date, or nothing.
 */
export type Cell = string | bigint | { readonly exact: string } | { readonly date: string } | null;

/** A figure, such as -0.50: nothing is put before it. */
export const exact = (figure: string): Cell => ({ exact: figure });

/** An amount in minor units as an exact decimal. */
export const amount = (minor: bigint): Cell => exact(decimal(minor));

/** A calendar date, as YYYY-MM-DD. */
export const day = (date: string): Cell => ({ date });

/** Whoever did something, by number alone: the journal holds no names. */
export const actor = (id: number | null) => (id === null ? null : `member:${String(id)}`);
