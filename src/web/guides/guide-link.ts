import type { ListedGuide } from '../../guides/read-guides.ts';
import { topicPath } from '../forum/paths.ts';
import { guidePath } from './guide-paths.ts';

/** A guide as one row of a list, wherever it is listed. */
export type GuideLink = {
  href: string;
  title: string;
  excerpt: string;
  topic: { href: string; name: string };
  checkedAt: Date;
};

/** Guides under a heading of their own; nothing where there are none. */
export type GuideLinks = { guides: readonly GuideLink[] };

export const guideLink = (guide: ListedGuide): GuideLink => ({
  ...{ href: guidePath(guide), title: guide.title, excerpt: guide.excerpt },
  topic: { href: topicPath(guide.topic), name: guide.topic.name },
  checkedAt: guide.checked_at,
});
