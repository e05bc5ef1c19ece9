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

/**
 * The signals of an answer `n` and its acceptance `c`, as SQL columns. An import dates an
 * acceptance at its answer, to the instant, which says nothing about how quick anybody was.
 */
export const SIGNALS = `
  n.version > c.answer_version as edited,
  c.accepted_at > n.answered_at
    and c.accepted_at < n.answered_at + interval '1 minute' as quick,
  n.body ~ '[£€$] {0,1}[0-9]' as priced`;

/** Why an audit was opened. */
export type Because = AuditRow['because'];
