import type { Request } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';

import { mayKeepCanned } from '../../canned/permissions.ts';
import { findText, listTexts } from '../../canned/read-texts.ts';
import type { CannedTextId } from '../../canned/rows.ts';
import { fill, type CannedUse, type CannedValues } from '../../canned/uses.ts';
import type { MemberRow } from '../../members/rows.ts';
import { found } from '../../refusals.ts';
import { optionalBlock, readForm, requiredId, typedIn, type Typed } from '../forms.ts';
import { CANNED } from './canned-uses.ts';

/** What stands beside a field in which our team writes: texts that can be put into it. */
export type CannedPicker = {
  /** What it chooses among, as it is read aloud and as the link to the list says. */
  label: string;
  texts: readonly { id: string; title: string }[];
  /** Where what was typed is sent to have a text put under it. */
  putIn: string;
  listHref: string;
  /** The texts that were put in already, for the sending to be counted. */
  used: string;
};

type Needs = { viewer: Pick<MemberRow, 'role'> | undefined; putIn: string; typed?: Typed };

/** The texts of that use for whoever writes such posts; undefined for everybody else. */
export async function readPicker(
  db: Knex,
  use: CannedUse,
  { viewer, putIn, typed = {} }: Needs,
): Promise<CannedPicker | undefined> {
  if (!viewer || !mayKeepCanned(viewer, use)) return undefined;
  const texts = await listTexts(db, use);
  return {
    texts: texts.map(({ id, title }) => ({ id: String(id), title })),
    ...{ putIn, label: CANNED[use].title, listHref: CANNED[use].path },
    used: usedIn(typed).join(' '),
  };
}

/** What was typed with the chosen text under it, filled in; nothing is sent. */
export async function putIn<Use extends CannedUse>(
  db: Knex,
  req: Request,
  use: Use,
  values: CannedValues<Use>,
): Promise<Typed & { body: string }> {
  const { canned, body } = readForm(PutInForm, req.body);
  const text = found(await findText(db, use, canned), 'canned text');
  const used = new Set([...usedIn(typedIn(req.body)), canned]);
  return {
    ...{ ...typedIn(req.body), used: [...used].join(' ') },
    body: [body, fill<Use>(text.body, values)].filter(Boolean).join('\n\n'),
  };
}

/** The texts that were put into what is sent now. */
export const usedIn = ({ used = '' }: Typed): CannedTextId[] =>
  used
    .split(' ')
    .filter((id) => /^[1-9]\d{0,8}$/.test(id))
    .slice(0, MOST)
    .map((id) => Number(id) as CannedTextId);

const MOST = 20;

const PutInForm = z.object({
  canned: requiredId<CannedTextId>('Choose a text.'),
  body: optionalBlock(20_000, 'Your text'),
});
