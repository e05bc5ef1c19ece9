/** SQL: the line of an account `a`: all members' balances are one, every other account its own. */
export const LINE_OF = `regexp_replace(a.code, '^member:[0-9]+:', 'member:%:')`;
