import type { ReadGuide } from '../../guides/read-guides.ts';
import type { GuideRow } from '../../guides/rows.ts';
import { byline, type Byline } from '../forum/byline.ts';
import type { Crumb } from '../forum/crumbs.ts';
import { answerPath, topicPath, withQuery } from '../forum/paths.ts';
import { storedHtml } from '../forum/stored-html.ts';
import type { Html } from '../html.ts';
import { guideDeskPath, guidePath } from './guide-paths.ts';

/** A guide: what it says, whose words it was made of, and when somebody last checked it. */
export type GuidePage = {
  title: string;
  crumbs: readonly Crumb[];
  body: Html;
  checkedAt: Date;
  checker: string;
  /** Whether it should have been looked at again by now. */
  overdue: boolean;
  credits: readonly Byline[];
  /** The answer that it came from; undefined while readers cannot see it. */
  source: { href: string; title: string } | undefined;
  historyHref: string;
  topic: { href: string; name: string };
  askHref: string;
  /** For our team alone: what state it is in, and where it is looked after. */
  desk: { href: string; hidden: string | undefined } | undefined;
};

export function guidePage(
  { guide, topic, checker, credits, source }: ReadGuide,
  { now, answer, keeps }: { now: Date; answer: GuideRow['answer_id']; keeps: boolean },
): GuidePage {
  const path = guidePath(guide);
  return {
    title: guide.title,
    crumbs: [
      { href: '/guides', label: 'Guides' },
      { href: topicPath(topic), label: topic.name },
    ],
    body: storedHtml(guide.body_html),
    ...{ checkedAt: guide.checked_at, checker, overdue: guide.review_at <= now },
    credits: credits.map((author) => byline(author)),
    source: source && { href: answerPath(source, answer), title: source.title },
    historyHref: `${path}/history`,
    topic: { href: topicPath(topic), name: topic.name },
    askHref: withQuery('/ask', { topic: topic.slug }),
    desk: keeps ? { href: guideDeskPath(guide), hidden: HIDDEN[guide.state] } : undefined,
  };
}

const HIDDEN: Record<GuideRow['state'], string | undefined> = {
  draft: 'A draft: only our team can read it.',
  published: undefined,
  archived: 'Put away: only our team can still read it.',
};
