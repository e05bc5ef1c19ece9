import type {
  Adjustment,
  AdjustmentPage,
  Standing,
} from '../../../finance/adjustments/adjustments.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { withQuery } from '../../forum/paths.ts';
import type { Tabs } from '../../forum/tabs.ts';
import type { EmptyState } from '../../look/empty.ts';
import type { Pager } from '../../look/notes.ts';
import { adjustmentPath, describeAdjustment, standingOf, type Chip } from './adjustment-words.ts';

export type AdjustmentsPage = {
  title: string;
  tabs: Tabs;
  /** Under a heading each; what waits for the viewer comes first. */
  lists: AdjustmentList[];
  empty: EmptyState;
  pager: Pager;
};

export type AdjustmentList = { title: string; rows: AdjustmentRow[] };

export type AdjustmentRow = {
  href: string;
  number: string;
  what: string;
  amountMinor: bigint;
  currency: string;
  maker: string;
  made: Date;
  chip: Chip;
  /** When it expires, or who decided. */
  end: string;
};

type Read = AdjustmentPage & { standing: Standing; now: Date; viewer: MemberRow; isFirst: boolean };

export function adjustmentsPage(read: Read, formats: Formats): AdjustmentsPage {
  const { standing, older, isFirst } = read;
  const address = (after?: number) =>
    withQuery('/finance/adjustments', {
      show: standing,
      after: after === undefined ? undefined : String(after),
    });
  return {
    title: 'Adjustments',
    tabs: { label: 'Which adjustments', links: tabsOf(standing) },
    lists: listsOf(read, formats),
    empty: EMPTY[standing],
    pager: {
      label: 'Pages of adjustments',
      newer: isFirst ? undefined : address(),
      older: older === undefined ? undefined : address(older),
      words: { newer: 'Latest', older: 'Earlier' },
    },
  };
}

const NAMES: Record<Standing, string> = { open: 'Waiting', decided: 'Decided', expired: 'Expired' };

export const isStanding = (text: string): text is Standing => Object.hasOwn(NAMES, text);

const tabsOf = (standing: Standing) =>
  Object.entries(NAMES).map(([show, label]) => ({
    href: withQuery('/finance/adjustments', { show }),
    label,
    current: show === standing,
  }));

function listsOf({ adjustments, standing, viewer, now }: Read, formats: Formats) {
  const row = (adjustment: Adjustment) => rowOf(adjustment, now, formats);
  const lists =
    standing === 'open'
      ? [
          {
            title: 'Waiting for you',
            of: adjustments.filter(({ made_by }) => made_by !== viewer.id),
          },
          {
            title: 'Waiting for others',
            of: adjustments.filter((one) => one.made_by === viewer.id),
          },
        ]
      : [{ title: NAMES[standing], of: adjustments }];
  return lists
    .filter(({ of }) => of.length > 0)
    .map(({ title, of }) => ({ title, rows: of.map(row) }));
}

function rowOf(adjustment: Adjustment, now: Date, formats: Formats): AdjustmentRow {
  const { id, amount_minor, currency, maker, made_at } = adjustment;
  return {
    href: adjustmentPath(adjustment),
    number: String(id),
    what: describeAdjustment(adjustment),
    amountMinor: amount_minor,
    currency,
    maker,
    made: made_at,
    chip: standingOf(adjustment, now),
    end: endOf(adjustment, formats),
  };
}

function endOf({ checker, decided_at, expires_at }: Adjustment, { dateTime }: Formats): string {
  if (decided_at) return `${checker ?? ''}, ${dateTime(decided_at)}`;
  return `until ${dateTime(expires_at)}`;
}

const EMPTY: Record<Standing, EmptyState> = {
  open: {
    art: 'done',
    title: 'Nothing waits',
    text: 'What one of you proposes waits here for another, for seven days.',
  },
  decided: { art: 'search', title: 'None yet', text: 'No adjustment has been decided so far.' },
  expired: { art: 'done', title: 'None', text: 'Every adjustment was decided in time.' },
};
