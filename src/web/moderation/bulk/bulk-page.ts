import { BULK_ACTS, type BulkCode } from '../../../moderation/bulk/acts.ts';
import type { Batch, BatchEntry } from '../../../moderation/bulk/read-batch.ts';
import { canUndo } from '../../../moderation/bulk/undo-batch.ts';
import type { Target } from '../../../moderation/bulk/read-targets.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { RewardRow } from '../../../rewards/rows.ts';
import type { Formats } from '../../format.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { itemHref } from '../queue/queue-line.ts';
import { KINDS, type QueueKind } from '../queue/kinds.ts';
import { actLabel, effectOf } from './bulk-words.ts';

/** What would happen to each of several items, or what has. */
export type BulkPage = {
  title: string;
  lead: string;
  lines: readonly BulkLine[];
  form: Form | undefined;
  /** The way back from it. */
  undo: string | undefined;
  back: string;
};

export type BulkLine = { href: string; title: string; done: boolean; text: string };

type Needs = {
  code: BulkCode;
  kind: QueueKind | undefined;
  viewer: MemberRow;
  at: Date;
  formats: Formats;
  rewards: ReadonlyMap<number | null, RewardRow>;
  again?: { errors: FieldErrors; typed: Typed } | undefined;
};

/** Says what will happen to each before anything does. */
export function previewPage(targets: readonly Target[], needs: Needs): BulkPage {
  const { code, rewards } = needs;
  const effects = targets.map((target) => ({
    target,
    ...effectOf(target, { ...needs, reward: rewards.get(target.acceptance_id) }),
  }));
  const chosen = effects.filter(({ happens }) => happens).map(({ target }) => target);
  return {
    title: actLabel(code),
    lead: `${needs.formats.count(chosen.length)} of ${needs.formats.count(targets.length)} will change. Nothing has happened yet.`,
    lines: effects.map(({ target, happens, text }) => ({
      ...{ href: itemHref(target, undefined), done: happens, text },
      title: target.title ?? KINDS[target.kind].one,
    })),
    form: chosen.length === 0 ? undefined : bulkForm(chosen, needs),
    undo: undefined,
    back: '/staff/audits',
  };
}

/** Says what came of each, and leads back for a day. */
export function batchPage(
  batch: Batch,
  { viewer, at, formats }: Pick<Needs, 'viewer' | 'at' | 'formats'>,
): BulkPage {
  const { entries } = batch;
  const code = batch.act as BulkCode;
  const done = entries.filter(({ refusal }) => refusal === null);
  const standing = done.filter(({ undone_at }) => undone_at === null);
  const mayUndo = batch.moderator_id === viewer.id && canUndo(batch, at) && standing.length > 0;
  const undone = done.length - standing.length;
  return {
    title: `${actLabel(code)}: what came of it`,
    lead: [
      `${batch.moderator} did this to ${formats.count(done.length)} of ${formats.count(entries.length)} on ${formats.dateTime(batch.made_at)}.`,
      ...(batch.undone_at === null ? [] : [`${formats.count(undone)} undone.`]),
    ].join(' '),
    lines: entries.map(lineOf),
    form: undefined,
    undo: mayUndo ? `/staff/bulk/${String(batch.id)}/undo` : undefined,
    back: '/staff/audits',
  };
}

function lineOf(entry: BatchEntry): BulkLine {
  const { kind, title, refusal, undone_at, undo_refusal } = entry;
  const line = { href: itemHref(entry, undefined), title: title ?? KINDS[kind].one };
  if (refusal !== null) return { ...line, done: false, text: `Not done. ${refusal}` };
  if (undone_at !== null) return { ...line, done: false, text: 'Done, then undone.' };
  if (undo_refusal !== null) {
    return { ...line, done: true, text: `Done, and could not be undone. ${undo_refusal}` };
  }
  return { ...line, done: true, text: 'Done.' };
}

function bulkForm(chosen: readonly Target[], { code, again }: Needs): Form {
  const isShown = BULK_ACTS[code].act === 'show';
  const blank = {
    ...{ action: '/staff/bulk', submit: `${actLabel(code)} now` },
    hidden: { act: code, items: chosen.map(itemText).join(' ') },
    fields: [
      {
        name: 'note',
        kind: 'long' as const,
        optional: !isShown,
        label: isShown ? 'Why readers may see it' : 'Note',
        hint: 'The same for each; authors read it.',
      },
    ],
  };
  return form(blank, again?.errors, again?.typed);
}

const itemText = ({ kind, subject_id, version }: Target) =>
  `${kind}:${String(subject_id)}:${String(version)}`;
