import type { Page } from '../../../forum/question-list.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { mayDecideFinding } from '../../../moderation/permissions.ts';
import type { Context, ListedFinding } from '../../../trust/personal-data/read-findings.ts';
import type { PersonalDataFindingId } from '../../../trust/rows.ts';
import { postOf } from '../../../trust/personal-data/settle-finding.ts';
import type { QueueKind } from '../queue/kinds.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { byline, type Byline } from '../../forum/byline.ts';
import { withQuery } from '../../forum/paths.ts';
import { PERSONAL_KINDS } from '../../../trust/personal-data/kind-words.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { nothingPersonal, type EmptyState } from '../../look/empty.ts';
import type { ErrorSummary, Pager } from '../../look/notes.ts';
import { postPath } from '../removals/removal-page.ts';

/** What looks personal in published posts, for moderators. */
export type PersonalDataPage = {
  title: string;
  tabs: Tabs;
  errors: ErrorSummary['errors'];
  findings: readonly FindingCard[];
  empty: EmptyState;
  pager: Pager;
};

export type FindingCard = {
  id: string;
  lead: string;
  href: string;
  question: string;
  author: Byline;
  at: Date;
  context: Context | undefined;
  mask: string;
  /** What became of it, and what its author says. */
  notes: readonly string[];
  /** Undefined where the reader wrote it. */
  decision: Decision | undefined;
};

type Decision = {
  action: string;
  was: ListedFinding['state'];
  reason: string;
  error: string | undefined;
  buttons: readonly { value: 'mask' | 'show'; label: string; primary: boolean }[];
};

/** A decision that was refused, with what was typed. */
export type Again = { id: PersonalDataFindingId; errors: FieldErrors; typed: Typed };

type Needs = {
  state: 'waiting' | 'decided';
  after: string | undefined;
  viewer: MemberRow;
  again: Again | undefined;
  /** In a round through the queue: the one that is shown alone, and of which kind the round is. */
  round?: FindingRound | undefined;
};

export type FindingRound = { id: PersonalDataFindingId; kind: QueueKind | undefined };

export function personalDataPage(page: Page<ListedFinding>, needs: Needs): PersonalDataPage {
  const { state, after, again } = needs;
  const href = (cursor?: string) => withQuery(PATH, { state: query(state), after: cursor });
  const field = again ? `reason-${String(again.id)}` : '';
  return {
    title: 'Personal data',
    tabs: {
      label: 'Which findings',
      links: (['waiting', 'decided'] as const).map((tab) => ({
        href: withQuery(PATH, { state: query(tab) }),
        label: tab === 'waiting' ? 'Waiting' : 'Decided',
        current: tab === state,
      })),
    },
    errors: Object.values(again?.errors ?? {}).map((message) => ({ field, message })),
    findings: page.rows.map((finding) => card(finding, needs)),
    empty: nothingPersonal,
    pager: {
      label: 'More findings',
      newer: after === undefined ? undefined : href(),
      older: page.next === null ? undefined : href(page.next),
      words: { newer: 'Back to the first', older: 'More' },
    },
  };
}

const PATH = '/staff/personal-data';
const query = (state: Needs['state']) => (state === 'decided' ? state : undefined);

function card(finding: ListedFinding, { viewer, again, after, round }: Needs): FindingCard {
  const { id, kind, question, author, found_at, mask, context } = finding;
  const about = again?.id === id ? again : undefined;
  const mayDecide = mayDecideFinding(viewer, { author_id: author.id });
  return {
    ...{ id: String(id), mask, context, at: found_at, author: byline(author) },
    lead: `Looks like ${PERSONAL_KINDS[kind]}`,
    href: postPath(postOf(finding), question),
    question: question.title,
    notes: notesOf(finding, mayDecide),
    decision: mayDecide ? decisionOn(finding, { about, after, round }) : undefined,
  };
}

function notesOf(finding: ListedFinding, mayDecide: boolean): string[] {
  const { decider, state, reason, disputed, author, context } = finding;
  const became = state === 'shown' ? 'lets readers see it' : 'keeps it hidden';
  return [
    ...(disputed ? [`${author.name} says that it isn’t personal.`] : []),
    ...(context ? [] : ['The text has changed since; the history still has it.']),
    ...(decider === null ? [] : [`${decider} ${became}${reason && `: ${reason}`}`]),
    ...(mayDecide ? [] : ['You wrote this, so a colleague decides.']),
  ];
}

function decisionOn(
  { id, state }: ListedFinding,
  { about, after, round }: Pick<Needs, 'after' | 'round'> & { about: Again | undefined },
): Decision {
  const buttons = [
    { value: 'mask', label: 'Keep it hidden', primary: true },
    { value: 'show', label: 'Let readers see it', primary: false },
  ] as const;
  const now = state === 'masked' ? 'mask' : 'show';
  return {
    action: withQuery(`${PATH}/${String(id)}/decision`, {
      ...{ after, round: round && '1', kind: round?.kind },
    }),
    was: state,
    reason: about?.typed.reason ?? '',
    error: Object.values(about?.errors ?? {})[0],
    buttons: state === 'waiting' ? buttons : buttons.filter(({ value }) => value !== now),
  };
}
