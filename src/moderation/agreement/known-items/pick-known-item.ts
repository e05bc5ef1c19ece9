import { Conflict, found, Invalid, NotAllowed } from '../../../refusals.ts';
import type { Work } from '../../../work.ts';
import { actingModerator } from '../../acting-moderator.ts';
import { logAct } from '../../log.ts';
import type { AuditId, KnownItemId, KnownItemRow } from '../../rows.ts';

/** A moderator picks a decided audit as one whose right verdict is known, and says why it is. */
export async function pickKnownItem(
  work: Work,
  { audit: id, verdict, why }: Pick<KnownItemRow, 'verdict' | 'why'> & { audit: AuditId },
): Promise<void> {
  const moderator = actingModerator(work);
  const audit = await work.trx('audits').where({ id }).forUpdate().first();
  if (audit?.state !== 'decided') {
    throw new Invalid({ audit: 'Name the number of an audit that is decided.' });
  }
  if (await work.trx('known_items').where({ audit_id: id, retired_at: null }).first()) {
    throw new Conflict('This one is a known item already.');
  }
  const picked = { picked_by: moderator.id, picked_at: work.at };
  await work.trx('known_items').insert({ audit_id: id, verdict, why, ...picked });
  await logAct(work, { act: 'known-item-picked', subject: `audit:${String(id)}`, reason: why });
}

/** Somebody else agrees, and from then on it is mixed in. */
export async function confirmKnownItem(work: Work, id: KnownItemId): Promise<void> {
  const moderator = actingModerator(work);
  const item = await holdItem(work, id);
  if (item.picked_by === moderator.id) {
    throw new NotAllowed('You picked this one, so a colleague confirms it.');
  }
  if (item.confirmed_by !== null) throw new Conflict('A colleague has confirmed this one.');
  const confirmed = { confirmed_by: moderator.id, confirmed_at: work.at };
  await work.trx('known_items').where({ id }).update(confirmed);
  await logAct(work, { act: 'known-item-confirmed', subject: `audit:${String(item.audit_id)}` });
}

/** It is shown to nobody any more; what was said of it stays. */
export async function retireKnownItem(work: Work, id: KnownItemId): Promise<void> {
  const moderator = actingModerator(work);
  const item = await holdItem(work, id);
  const retired = { retired_by: moderator.id, retired_at: work.at };
  await work.trx('known_items').where({ id }).update(retired);
  await logAct(work, { act: 'known-item-retired', subject: `audit:${String(item.audit_id)}` });
}

async function holdItem(work: Work, id: KnownItemId): Promise<KnownItemRow> {
  const item = found(await work.trx('known_items').where({ id }).forUpdate().first(), 'known item');
  if (item.retired_at !== null) throw new Conflict('This one is no longer used.');
  return item;
}
