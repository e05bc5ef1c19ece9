import type { AuditRow } from '../rows.ts';

/** What the data alone says of an accepted answer, for whoever decides; never a verdict. */
export type Signals = {
  /** The answer has changed since it was accepted. */
  edited: boolean;
  /** It was accepted within a minute of being posted. */
  quick: boolean;
  /** An amount of money stands in the text. */
  priced: boolean;
};

/** How soon an audit should be looked at. */
export type Risk = 'low' | 'mid' | 'high';

/**
 * The signals of an answer `n` and its acceptance `c`, as SQL columns. An import dates an
 * acceptance at its answer, to the instant, which says nothing about how quick anybody was.
 */
export const SIGNALS = `
  n.version > c.answer_version as edited,
  c.accepted_at > n.answered_at
    and c.accepted_at < n.answered_at + interval '1 minute' as quick,
  n.body ~ '[£€$] {0,1}[0-9]' as priced`;

/** The risk of a row with the signals and `because`, as SQL: 3 is high, 2 is middling, 1 is low. */
export const RISK = `
  case when edited or quick or because = 'called' then 3
       when priced or because in ('first-five', 'always') then 2
       else 1 end`;

/** The same in words. */
export const riskOf = (risk: number): Risk => RISKS[risk] ?? 'low';

/** Why an audit was opened. */
export type Because = AuditRow['because'];

const RISKS: Record<number, Risk> = { 2: 'mid', 3: 'high' };
