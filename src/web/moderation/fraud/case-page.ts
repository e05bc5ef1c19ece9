import type { CaseEvidence, Evidence, EvidencePair } from '../../../trust/rings/read-case.ts';
import { RING_SIGNS } from '../../../trust/risk/signs.ts';
import type { ModerationLogRow } from '../../../moderation/rows.ts';
import type { RewardState } from '../../../rewards/read-states.ts';
import type { AcceptanceId } from '../../../forum/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { questionPath } from '../../forum/paths.ts';
import type { Html } from '../../html.ts';
import type { ErrorSummary, Note } from '../../look/notes.ts';
import { ringGraph } from './ring-graph.ts';
import { ACTS, becameOf, durationOf, stateOfReward } from './words.ts';

/** One case of suspected fraud: its evidence as a picture and as tables, and what can be done. */
export type CasePage = ErrorSummary & {
  title: string;
  opened: Date;
  notes: Note[];
  signs: { text: string; points: number }[];
  score: number;
  graph: Html;
  pairs: PairLine[];
  acceptances: AcceptanceLine[];
  decision: CaseForm | undefined;
  log: { what: string; by: string; at: Date; note: string }[];
};

export type PairLine = {
  asker: Person;
  author: Person;
  accepted: number;
  quick: number;
  usually: string;
  device: string;
  number: string;
};

type Person = { name: string; href: string };

export type AcceptanceLine = {
  id: string;
  /** Whether it has earned something that can be taken back. */
  earned: boolean;
  chosen: boolean;
  question: { title: string; href: string };
  who: string;
  at: Date;
  after: string;
  signs: string;
  reward: string;
};

export type CaseForm = {
  action: string;
  version: number;
  reason: string;
  error: string | undefined;
  isHeld: boolean;
};

export type PairTable = { pairs: readonly PairLine[] };

/** `choose` where some can be ticked to be taken back. */
export type AcceptanceTable = { lines: readonly AcceptanceLine[]; choose: boolean };

type Log = ModerationLogRow & { actor: string | null };

type Needs = {
  rewards: ReadonlyMap<AcceptanceId, RewardState>;
  log: readonly Log[];
  refused?: Refused | undefined;
};

/** A decision that was refused: why, and what was typed and chosen. */
export type Refused = {
  message?: string | undefined;
  errors: FieldErrors;
  typed: Typed;
  chosen: string[];
};

export function casePage(evidence: CaseEvidence, { rewards, log, refused }: Needs): CasePage {
  const { row, members } = evidence;
  const names = new Map<number, string>(members.map(({ id, name }) => [id, name]));
  const chosen = new Set(refused?.chosen ?? []);
  return {
    title: `Suspected fraud, case ${String(row.id)}`,
    opened: row.opened_at,
    notes: notesOf(evidence, refused),
    signs: row.reasons.map(signOf),
    score: row.score,
    graph: ringGraph(evidence),
    pairs: evidence.pairs.map((pair) => pairLine(pair, names)),
    acceptances: evidence.acceptances
      .slice(0, MOST)
      .map((one) => acceptanceLine(one, { names, reward: rewards.get(one.id), chosen })),
    decision: row.state === 'open' ? formOf(evidence, refused) : undefined,
    log: log.map(({ act, actor, happened_at, note }) => ({
      ...{ what: ACTS[act] ?? act, by: actor ?? '', at: happened_at, note },
    })),
    errors: Object.entries(refused?.errors ?? {}).map(([name, message]) => ({
      field: name === 'acceptances' ? 'evidence' : name,
      message,
    })),
  };
}

/** As many as one form may send. */
const MOST = 150;

function notesOf({ row, decider }: CaseEvidence, refused: Refused | undefined): Note[] {
  const said: Note[] = refused?.message
    ? [{ kind: 'warn', lead: refused.message, status: true }]
    : [];
  if (row.state !== 'open') {
    const lead = `${decider ?? 'A moderator'} closed this case: ${becameOf(row.state)}.`;
    return [...said, { kind: 'info', lead, text: row.reason }];
  }
  const text = row.held_at
    ? 'Everything between these members waits, and so does whatever they will accept.'
    : 'What they earned from each other and has not been released waits. You decide.';
  return [...said, { kind: 'staff', lead: 'This is a suspicion.', text }];
}

const signOf = (code: string) => {
  const signs: Readonly<Record<string, { text: string; points: number }>> = RING_SIGNS;
  return signs[code] ?? { text: code, points: 0 };
};

const personOf = (name = '') => ({ name, href: `/u/${name}` });

const pairLine = (pair: EvidencePair, names: ReadonlyMap<number, string>): PairLine => ({
  asker: personOf(names.get(pair.asker)),
  author: personOf(names.get(pair.author)),
  ...{ accepted: pair.accepted, quick: pair.quick, usually: durationOf(pair.minutes) },
  device: pair.sharesDevice ? 'Yes' : 'No',
  number: pair.sharesNumber ? 'Yes' : 'No',
});

type Around = {
  names: ReadonlyMap<number, string>;
  reward: RewardState | undefined;
  chosen: ReadonlySet<string>;
};

function acceptanceLine(one: Evidence, { names, reward, chosen }: Around): AcceptanceLine {
  const { asker_id, author_id, question, quick, edited, copied } = one;
  const signs = [quick && 'within the hour', edited && 'changed later', copied && 'near-copy'];
  return {
    id: String(one.id),
    earned: ['waiting', 'held', 'released'].includes(reward?.state ?? ''),
    chosen: chosen.has(String(one.id)),
    question: { title: question.title, href: questionPath(question) },
    who: `${names.get(asker_id) ?? ''} accepted ${names.get(author_id) ?? ''}`,
    at: one.accepted_at,
    after: durationOf(one.minutes),
    signs: signs.filter((sign) => sign !== false).join(', '),
    reward: stateOfReward(reward),
  };
}

const formOf = ({ row }: CaseEvidence, refused: Refused | undefined): CaseForm => ({
  action: `/staff/fraud/${String(row.id)}/decision`,
  version: row.version,
  reason: refused?.typed.reason ?? '',
  error: refused?.errors.reason,
  isHeld: row.held_at !== null,
});
