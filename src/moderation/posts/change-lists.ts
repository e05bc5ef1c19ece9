import { actingAdmin } from '../../members/acting-admin.ts';
import type { ListedWordId } from '../../trust/rows.ts';
import {
  listWord,
  setMailDomain,
  setPostingLimit,
  unlistWord,
} from '../../trust/spam/edit-lists.ts';
import type { Work } from '../../work.ts';
import { actingModerator } from '../acting-moderator.ts';
import { logAct } from '../log.ts';

/** A moderator puts a word on the lists of what is blocked, held or flagged. */
export async function addListedWord(
  work: Work,
  word: Parameters<typeof listWord>[1],
): Promise<void> {
  actingModerator(work);
  const { id, effect, phrase } = await listWord(work, word);
  const note = [phrase, word.note].filter(Boolean).join(': ');
  await logAct(work, { act: 'word-listed', subject: `word:${String(id)}`, reason: effect, note });
}

/** A moderator takes a word off the lists. */
export async function removeListedWord(work: Work, id: ListedWordId): Promise<void> {
  actingModerator(work);
  const { effect, phrase } = await unlistWord(work, id);
  const subject = `word:${String(id)}`;
  await logAct(work, { act: 'word-unlisted', subject, reason: effect, note: phrase });
}

/** An admin sets what members of a level may post, and says why. */
export async function changePostingLimit(
  work: Work,
  limit: Parameters<typeof setPostingLimit>[1],
): Promise<void> {
  actingAdmin(work);
  const { id, level, reason } = await setPostingLimit(work, limit);
  await logAct(work, {
    ...{
      act: 'posting-limits-changed',
      subject: `limit:${String(id)}`,
      reason: level,
      note: reason,
    },
  });
}

/** An admin refuses a mail domain, or makes an exception, and says why. */
export async function changeMailDomain(
  work: Work,
  domain: Parameters<typeof setMailDomain>[1],
): Promise<void> {
  actingAdmin(work);
  const { id } = await setMailDomain(work, domain);
  await logAct(work, {
    ...{ act: 'mail-domain-set', subject: `domain:${String(id)}` },
    note: `${domain.domain}: ${domain.reason}`,
    reason: domain.refused ? 'refused' : 'allowed',
  });
}
