import type { Version } from '../../forum/read-versions.ts';
import type { Html } from '../html.ts';
import { wordDiff } from '../look/diff-html.ts';
import type { Pager } from '../look/notes.ts';
import { byline, type Byline } from './byline.ts';
import type { Crumb } from './crumbs.ts';
import { withQuery } from './paths.ts';

/** Every version of a post, the newest first, each against the one before it. */
export type HistoryPage = {
  title: string;
  crumbs: readonly Crumb[];
  versions: readonly VersionCard[];
  pager: Pager;
};

type VersionCard = {
  number: number;
  current: boolean;
  editor: Byline;
  at: Date;
  reason: string;
  /** Only where the title changed. */
  title: Html | undefined;
  body: Html;
};

type Post = {
  title: string;
  crumbs: readonly Crumb[];
  path: string;
  /** What of a text this reader may read. */
  read: (text: string) => string;
};

/** `before` leaves out the versions from that number on. */
export function historyPage(
  versions: readonly Version[],
  before: number | undefined,
  { title, crumbs, path, read }: Post,
): HistoryPage {
  const from = before === undefined ? 0 : versions.findIndex(({ version }) => version < before);
  const legible = versions.slice(Math.max(0, from), from + PAGE + 1).map(readBy(read));
  const shown = from < 0 ? [] : legible.slice(0, PAGE);
  const last = shown.at(-1)?.version ?? 1;
  const next = last > 1 ? withQuery(path, { before: String(last) }) : undefined;
  return {
    ...{ title, crumbs },
    versions: shown.map((version, index) => versionCard(version, legible[index + 1])),
    pager: {
      label: 'More versions',
      newer: before === undefined ? undefined : path,
      older: next,
      words: { newer: 'Back to the newest', older: 'Older versions' },
    },
  };

  function versionCard(version: Version, earlier: Version | undefined): VersionCard {
    return {
      number: version.version,
      current: version.version === versions[0]?.version,
      editor: byline(version.author),
      at: version.made_at,
      reason: version.reason,
      title: titleDiff(version.title, earlier?.title),
      body: wordDiff(earlier?.body ?? version.body, version.body),
    };
  }
}

const readBy =
  (read: Post['read']) =>
  (version: Version): Version => ({
    ...version,
    title: version.title && read(version.title),
    body: read(version.body),
    reason: read(version.reason),
  });

/** Comparing costs time: a page has no more of it than this. */
const PAGE = 10;

const titleDiff = (title: string | null, earlier: string | null | undefined) =>
  title !== null && earlier && title !== earlier ? wordDiff(earlier, title) : undefined;
