import type { MemberRow } from '../../../members/rows.ts';
import type { Effect } from '../../../moderation/record/note-effect.ts';
import type { LoggedAct } from '../../../moderation/record/read-log.ts';
import type { Moved } from '../../../rewards/read-moved.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { actWords, subjectLink, type SubjectLink } from './log-words.ts';

export const LOG = '/staff/log';

/** Every act of moderation, the latest first, as much of it as the reader may see. */
export type LogPage = {
  title: string;
  lede: string;
  filters: LogFilters;
  lines: readonly LogLine[];
  empty: EmptyState;
  pager: Pager;
};

type LogFilters = {
  action: string;
  acts: readonly { value: string; label: string; chosen: boolean }[];
  fields: readonly { name: string; label: string; type: string; value: string; hint: string }[];
};

export type LogLine = {
  at: Date;
  actor: string;
  act: string;
  subject: SubjectLink;
  reason: string;
  note: string;
  effects: readonly { text: string; href: string | undefined }[];
};

/** The filters as they stand in the address. */
export type LogQuery = Record<'actor' | 'act' | 'subject' | 'from' | 'to', string>;

type Needs = {
  query: LogQuery;
  after: string | undefined;
  next: number | null;
  acts: readonly string[];
  viewer: Pick<MemberRow, 'role'>;
  /** What the ledger has at the instants of the acts; nothing for moderators. */
  moved: readonly Moved[];
  formats: Formats;
};

export function logPage(rows: readonly LoggedAct[], needs: Needs): LogPage {
  const { query, after, next, acts } = needs;
  const href = (cursor?: string) => withQuery(LOG, { ...filled(query), after: cursor });
  return {
    title: 'Log',
    lede: 'What moderators and stewards did, why, and what it did to rewards. Nothing here can be changed.',
    filters: {
      action: LOG,
      acts: acts.map((word) => ({
        value: word,
        label: actWords(word),
        chosen: word === query.act,
      })),
      fields: FIELDS.map((field) => ({ ...field, value: query[field.name] })),
    },
    lines: rows.map((row) => lineOf(row, needs)),
    empty: {
      art: 'search',
      title: 'Nothing of that kind',
      text: 'Ask for less, or for another day.',
    },
    pager: {
      label: 'More of the log',
      newer: after === undefined ? undefined : href(),
      older: next === null ? undefined : href(String(next)),
      words: { newer: 'Back to the latest', older: 'Older' },
    },
  };
}

const FIELDS = [
  { name: 'actor', label: 'Who', type: 'search', hint: 'A name' },
  { name: 'subject', label: 'About', type: 'search', hint: 'Such as answer:12' },
  { name: 'from', label: 'From', type: 'date', hint: '' },
  { name: 'to', label: 'To', type: 'date', hint: '' },
] as const;

const filled = (query: LogQuery) =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === '' ? undefined : value]),
  );

/** What staff wrote to and about people is for moderators; finance reads what was done and moved. */
function lineOf(row: LoggedAct, needs: Needs): LogLine {
  const { role } = needs.viewer;
  return {
    at: row.happened_at,
    actor: row.actor ?? 'By itself',
    act: actWords(row.act),
    subject: subjectLink(row.subject, needs.viewer),
    reason: role === 'finance' ? '' : row.reason,
    note: role === 'moderator' ? row.note : '',
    effects: row.effects.map((effect) => effectOf(effect, row, needs)),
  };
}

/** Moderators see what became of a reward, never an amount: those are finance's and the admins'. */
function effectOf(
  { acceptance_id, effect }: LoggedAct['effects'][number],
  { happened_at }: LoggedAct,
  { moved, formats, viewer }: Needs,
) {
  const own = moved.filter(
    ({ acceptanceId, at, event }) =>
      acceptanceId === acceptance_id &&
      at.getTime() === happened_at.getTime() &&
      event === EVENTS[effect],
  );
  const [transfer] = own;
  if (!transfer) return { text: EFFECTS[effect], href: undefined };
  const total = own.reduce((sum, { amount_minor }) => sum + amount_minor, 0n);
  const amount = formats.money(total, transfer.currency);
  const href =
    viewer.role === 'finance'
      ? withQuery('/finance/ledger', { ref: `acceptance:${String(acceptance_id)}` })
      : undefined;
  return { text: `${amount} ${MOVED[effect]}`, href };
}

const EVENTS: Record<Effect, Moved['event']> = {
  released: 'reward.release',
  voided: 'reward.void',
  'clawed-back': 'reward.clawback',
  restored: 'reversal',
};

const EFFECTS: Record<Effect, string> = {
  released: 'The reward was released',
  voided: 'The reward wasn’t paid',
  'clawed-back': 'The reward was taken back',
  restored: 'The reward is as it was before',
};

const MOVED: Record<Effect, string> = {
  released: 'released',
  voided: 'not paid',
  'clawed-back': 'taken back',
  restored: 'put back as it was',
};
