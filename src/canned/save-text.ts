import { logAct } from '../moderation/log.ts';
import { found, Invalid } from '../refusals.ts';
import type { Work } from '../work.ts';
import { actingKeeper } from './acting-keeper.ts';
import type { CannedTextId } from './rows.ts';
import { unknownVariables, type CannedUse } from './uses.ts';

export type SavedText = {
  /** Undefined for a new one. */
  id: CannedTextId | undefined;
  title: string;
  body: string;
};

/**
 * Keeps a text for the whole team, new or instead of what it was. A title that another text of
 * that use has, and a variable that stands for nothing in it: Invalid.
 */
export async function saveText(work: Work, use: CannedUse, saved: SavedText): Promise<void> {
  const { id: changed_by } = actingKeeper(work, use);
  const { id, title, body } = saved;
  const [unknown] = unknownVariables(body, use);
  if (unknown !== undefined) throw new Invalid({ body: `${unknown} stands for nothing here.` });
  await refuseTaken(work, use, saved);
  const row = { use, title, body, changed_by, changed_at: work.at };
  const texts = work.trx('canned_texts');
  const [kept] =
    id === undefined
      ? await texts.insert(row).returning('id')
      : await texts.where({ id, use, dropped_at: null }).update(row).returning('id');
  await logText(work, `${ACTS[use]}-saved`, found(kept, 'canned text').id, title);
}

/** Takes a text off the list. What was sent with it stays as it is. */
export async function dropText(work: Work, use: CannedUse, id: CannedTextId): Promise<void> {
  const { id: changed_by } = actingKeeper(work, use);
  const [dropped] = await work
    .trx('canned_texts')
    .where({ id, use, dropped_at: null })
    .update({ dropped_at: work.at, changed_by, changed_at: work.at })
    .returning('title');
  await logText(work, `${ACTS[use]}-dropped`, id, found(dropped, 'canned text').title);
}

/** How the log names what was done with texts of each use. */
const ACTS = {
  'audit-note': 'canned-note',
  'private-reply': 'case-reply',
  'public-answer': 'canned-answer',
} as const satisfies Record<CannedUse, string>;

async function refuseTaken({ trx }: Work, use: CannedUse, { id, title }: SavedText) {
  // Two who save under one title wait for each other here.
  await trx.raw('lock table canned_texts in share row exclusive mode');
  const taken = await trx('canned_texts')
    .where({ use, dropped_at: null })
    .whereRaw('lower(title) = lower(?)', [title])
    .first('id');
  if (taken && taken.id !== id) throw new Invalid({ title: 'There is one of this name already.' });
}

type Act = `${(typeof ACTS)[CannedUse]}-${'saved' | 'dropped'}`;

const logText = (work: Work, act: Act, id: CannedTextId, note: string) =>
  logAct(work, { act, subject: `canned:${String(id)}`, note });
