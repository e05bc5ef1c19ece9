import { found, Invalid } from '../../refusals.ts';
import { actorId, type Work } from '../../work.ts';
import type { SynonymGroupId, SynonymGroupRow } from '../rows.ts';
import { MOST_GROUPS } from './read-synonyms.ts';
import { keyOf, LONGEST_TERM } from './synonyms.ts';

export type SynonymsChange = {
  /** Undefined for a new group. */
  id: SynonymGroupId | undefined;
  /** As typed, one a line; blanks and repetitions are passed over. */
  terms: readonly string[];
};

/** How many ways of saying one thing a group holds, and how long each can be, in characters. */
export const MOST_TERMS = 12;
export const LONGEST = 60;

/**
 * Has search take these for one another, from the next search on. Invalid where it is fewer than
 * two, or where one of them is in another group: a word means one thing.
 */
export async function setSynonyms(work: Work, change: SynonymsChange): Promise<SynonymGroupRow> {
  const { trx } = work;
  // Two who put one word in two groups wait for each other here.
  await trx.raw('lock table synonym_groups in share row exclusive mode');
  const terms = cleaned(change.terms);
  refuseUnfit(terms);
  await refuseTaken(work, change.id, terms);
  const row = { terms, changed_by: actorId(work), changed_at: work.at };
  const groups = trx('synonym_groups');
  const [group] =
    change.id === undefined
      ? await groups.insert(row).returning('*')
      : await groups.where({ id: change.id, dropped_at: null }).update(row).returning('*');
  return found(group, 'group of words');
}

/** Has search tell them apart again. */
export async function dropSynonyms(work: Work, id: SynonymGroupId): Promise<SynonymGroupRow> {
  const [group] = await work
    .trx('synonym_groups')
    .where({ id, dropped_at: null })
    .update({ dropped_at: work.at, changed_by: actorId(work), changed_at: work.at })
    .returning('*');
  return found(group, 'group of words');
}

/** The terms as they were written, without those that only repeat another. */
function cleaned(typed: readonly string[]): string[] {
  const terms = typed.map((term) => term.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  const seen = new Set<string>();
  return terms.filter((term) => {
    const spelling = term.toLowerCase();
    return !seen.has(spelling) && seen.add(spelling);
  });
}

function refuseUnfit(terms: readonly string[]): void {
  const complaint = complaintAbout(terms);
  if (complaint) throw new Invalid({ terms: complaint });
}

function complaintAbout(terms: readonly string[]): string | undefined {
  if (terms.length < 2) return 'Write at least two that mean the same, one a line.';
  if (terms.length > MOST_TERMS) return `A group can have ${String(MOST_TERMS)}.`;
  const odd = terms.find((term) => {
    const words = keyOf(term).split(' ').filter(Boolean).length;
    return words === 0 || words > LONGEST_TERM || [...term].length > LONGEST;
  });
  if (odd === undefined) return undefined;
  return `“${[...odd].slice(0, LONGEST).join('')}” is not one to ${String(LONGEST_TERM)} words.`;
}

async function refuseTaken({ trx }: Work, id: SynonymGroupId | undefined, terms: string[]) {
  const groups = await trx('synonym_groups').where({ dropped_at: null }).select('id', 'terms');
  if (id === undefined && groups.length >= MOST_GROUPS) {
    throw new Invalid({ terms: `There are ${String(MOST_GROUPS)} groups. Drop one first.` });
  }
  const others = groups.filter((group) => group.id !== id);
  const taken = new Set(others.flatMap((group) => group.terms.map(keyOf)));
  const twice = terms.find((term) => taken.has(keyOf(term)));
  if (twice !== undefined) throw new Invalid({ terms: `“${twice}” is in another group already.` });
}
