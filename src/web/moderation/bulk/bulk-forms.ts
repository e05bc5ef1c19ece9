import { z } from 'zod';

import type { Bulk, Chosen } from '../../../moderation/bulk/act-on-batch.ts';
import { BULK_ACTS, BULK_MOST, type BulkCode } from '../../../moderation/bulk/acts.ts';
import { Invalid, NotFound } from '../../../refusals.ts';
import { optionalBlock, readForm } from '../../forms.ts';
import { kindFrom } from '../queue/kinds.ts';

export const BULK_CODES = Object.keys(BULK_ACTS) as BulkCode[];

/** The act of that name; any other is an address that does not exist. */
export function actFrom(text: string | undefined): BulkCode {
  const code = BULK_CODES.find((known) => known === text);
  if (!code) throw new NotFound();
  return code;
}

/** Items such as audit:12, or audit:12:3 with the version that was listed; at most a hundred. */
export function itemsFrom(given: unknown): Chosen[] {
  const texts = Array.isArray(given) ? given : [given];
  const items = texts.flatMap((text) => (typeof text === 'string' ? [itemFrom(text)] : []));
  const known = new Map(items.map((item) => [`${item.kind}:${String(item.subject_id)}`, item]));
  if (known.size > BULK_MOST) throw new NotFound();
  return [...known.values()];
}

/** What was posted after the preview, or Invalid. */
export function readBulk(body: unknown): { bulk: Bulk; chosen: Chosen[] } {
  const { act, items, note } = readForm(BulkForm, body);
  const code = actFrom(act);
  if (code === 'show' && note === '') throw new Invalid({ note: 'Say why readers may see it.' });
  return { bulk: { code, note }, chosen: itemsFrom(items.split(' ')) };
}

const BulkForm = z.object({
  act: z.string('Choose what is to be done.'),
  items: z.string('Choose something.'),
  note: optionalBlock(1_000, 'The note'),
});

function itemFrom(text: string): Chosen {
  const [, name, id, version = '0'] = /^([a-z-]+):(\d{1,9})(?::(\d{1,9}))?$/.exec(text) ?? [];
  const kind = kindFrom(name);
  if (!kind) throw new NotFound();
  return { kind, subject_id: Number(id), version: Number(version) };
}
