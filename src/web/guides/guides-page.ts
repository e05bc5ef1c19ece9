import type { Page } from '../../forum/question-list.ts';
import type { ListedGuide } from '../../guides/read-guides.ts';
import { withQuery } from '../forum/paths.ts';
import { noGuides, type EmptyState } from '../look/empty.ts';
import type { Pager } from '../look/notes.ts';
import { guideLink, type GuideLink } from './guide-link.ts';

/** The guides that readers see, the newest first. */
export type GuidesPage = {
  title: string;
  guides: readonly GuideLink[];
  empty: EmptyState;
  pager: Pager;
};

export const guidesPage = (
  { rows, next }: Page<ListedGuide>,
  after: string | undefined,
): GuidesPage => ({
  title: 'Guides',
  guides: rows.map(guideLink),
  empty: noGuides,
  pager: {
    label: 'More guides',
    newer: after === undefined ? undefined : '/guides',
    older: next === null ? undefined : withQuery('/guides', { after: next }),
    words: { newer: 'Back to the newest', older: 'Older guides' },
  },
});
