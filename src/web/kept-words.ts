import type { Keeping } from '../rewards/keeping.ts';

/**
 * What an amount waits for, for whoever earned it and for moderators. A report and a suspicion are
 * not told as such: whoever is cleared has heard of nothing, and nobody learns who reported.
 */
export const KEPT: Record<Keeping, string> = {
  email: 'waits for a confirmed email address',
  sanction: 'waits until the sanction on the account is over',
  appeal: 'waits until an appeal is decided',
  objection: 'waits until the asker has had their days to object',
  doubt: 'waits until our team has looked: it was said not to have solved the question after all',
  report: 'waits until our team has looked at the thread once more',
  fraud: 'waits until our team has looked at the acceptance once more',
};
