import type { ListedProposal, ProposalPage } from '../../../approvals/read-proposals.ts';
import type { ProposalId } from '../../../approvals/rows.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { withQuery } from '../../forum/paths.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { KINDS, type Subject } from './proposal-subjects.ts';

export type ApprovalsPage = {
  title: string;
  lists: ProposalList[];
  empty: EmptyState;
  pager: Pager;
};

type ProposalList = { title: string; rows: ProposalLine[] };

export type ProposalLine = {
  kind: string;
  what: string;
  href: string | undefined;
  maker: string;
  made: Date;
  expires: Date;
};

type Read = {
  waiting: ProposalPage;
  expired: ProposalPage;
  subjects: Map<ProposalId, Subject>;
  viewer: MemberRow;
  isFirst: boolean;
};

/** What waits for whoever looks, what they asked for themselves, and what expired lately. */
export function approvalsPage({
  waiting,
  expired,
  subjects,
  viewer,
  isFirst,
}: Read): ApprovalsPage {
  const line = (proposal: ListedProposal) => lineOf(proposal, subjects.get(proposal.id));
  const isOwn = ({ made_by }: ListedProposal) => made_by === viewer.id;
  const { proposals, older } = waiting;
  return {
    title: 'Waiting for approval',
    lists: [
      { title: 'For you to decide', rows: proposals.filter((one) => !isOwn(one)).map(line) },
      { title: 'You asked for', rows: proposals.filter(isOwn).map(line) },
      { title: 'Expired lately', rows: isFirst ? expired.proposals.map(line) : [] },
    ].filter(({ rows }) => rows.length > 0),
    empty: NOTHING,
    pager: {
      label: 'Pages of proposals',
      newer: isFirst ? undefined : '/finance/approvals',
      older:
        older === undefined ? undefined : withQuery('/finance/approvals', { after: String(older) }),
      words: { newer: 'Latest', older: 'Earlier' },
    },
  };
}

const lineOf = (proposal: ListedProposal, subject: Subject | undefined): ProposalLine => ({
  kind: KINDS[proposal.kind],
  what: subject?.what ?? proposal.reason,
  href: subject?.href,
  maker: proposal.maker,
  made: proposal.made_at,
  expires: proposal.expires_at,
});

const NOTHING: EmptyState = {
  art: 'done',
  title: 'Nothing waits',
  text: 'Adjustments, rules and months that one of you proposes wait here for another.',
};
