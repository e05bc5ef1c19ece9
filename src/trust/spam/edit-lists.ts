import assert from 'node:assert/strict';

import { Conflict, found, Invalid } from '../../refusals.ts';
import { actingMember, type Work } from '../../work.ts';
import type { ListedWordId, ListedWordRow, MailDomainRow, PostingLimitRow } from '../rows.ts';
import { foldedWords } from './fold.ts';

/** Puts a word or phrase on the lists; one that is there already is refused at its field. */
export async function listWord(
  work: Work,
  { phrase, effect, note }: Pick<ListedWordRow, 'phrase' | 'effect' | 'note'>,
): Promise<ListedWordRow> {
  if (foldedWords(phrase).length === 0) throw new Invalid({ phrase: 'Type a word.' });
  const [listed] = await work
    .trx('listed_words')
    .insert({
      ...{ phrase: phrase.toLowerCase(), effect, note },
      ...{ added_by: actingMember(work).id, added_at: work.at },
    })
    .onConflict()
    .ignore()
    .returning('*');
  if (!listed) throw new Invalid({ phrase: 'It is on the list already. Take that off first.' });
  return listed;
}

/** Takes a word off the lists; what it did before stays. */
export async function unlistWord(work: Work, id: ListedWordId): Promise<ListedWordRow> {
  found(await work.trx('listed_words').where({ id }).first(), 'word');
  const [taken] = await work
    .trx('listed_words')
    .where({ id, removed_at: null })
    .update({ removed_by: actingMember(work).id, removed_at: work.at })
    .returning('*');
  if (!taken) throw new Conflict('A colleague has taken it off meanwhile.');
  return taken;
}

/** What members of a level may post. */
export type PostingLimit = Omit<PostingLimitRow, 'id' | 'set_by' | 'set_at'>;

/** Sets what members of a level may post from now on; what was in force before stays on record. */
export async function setPostingLimit(work: Work, limit: PostingLimit): Promise<PostingLimitRow> {
  if (limit.per_day < limit.per_hour) {
    throw new Invalid({ per_day: 'A day can’t have fewer posts than an hour.' });
  }
  const [set] = await work
    .trx('posting_limits')
    .insert({ ...limit, set_by: actingMember(work).id, set_at: work.at })
    .returning('*');
  assert(set, 'the limits were written');
  return set;
}

/** Refuses a mail domain at joining, or makes an exception to the list of throw-away ones. */
export async function setMailDomain(
  work: Work,
  { domain, refused, reason }: Pick<MailDomainRow, 'domain' | 'refused' | 'reason'>,
): Promise<MailDomainRow> {
  const said = { refused, reason, added_by: actingMember(work).id, added_at: work.at };
  const [set] = await work
    .trx('mail_domains')
    .insert({ domain: domain.toLowerCase(), ...said })
    .onConflict('domain')
    .merge(said)
    .returning('*');
  assert(set, 'the domain was written');
  return set;
}
