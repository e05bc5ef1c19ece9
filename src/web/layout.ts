import type { Html } from './html.ts';
import type { Note } from './look/notes.ts';
import { resolveTokens } from './look/tokens.ts';
import type { ShownToast } from './moderation/audits/toast.ts';
import { mainNav, type Counts, type Here, type Nav, type StaffArea } from './nav.ts';

/** What the operator calls itself, as every page says it. */
export type Site = {
  name: string;
  /** The origin, without a slash at its end. */
  url: string;
  supportNumber: string;
  /** When somebody takes calls. */
  openingHours?: string | undefined;
};

/** Whoever is signed in, as the top of the page shows them. */
export type Viewer = {
  /** The handle in `/u/:name`. */
  name: string;
  staff: boolean;
  /** Already formatted; members have one, staff do not. */
  balance?: string | undefined;
  /** How much they have not read of what they were told. */
  unread?: number | undefined;
  /** The parts of the house that this person may enter besides the community. */
  areas: readonly StaffArea[];
  /** Whether they judge others' answers in some topic. */
  steward?: boolean | undefined;
};

/** Said once, on the page after a change. */
export type Flash = { text: string; undo?: { action: string; label: string } | undefined };

/** Everything around the main part of a page. */
export type Shell = {
  /** Without the site's name, which is put behind it. */
  title: string;
  description?: string | undefined;
  /** The one address of this page, in full, where it has several. */
  canonical?: string | undefined;
  /** Of what the page shows, for feed readers: its address here. */
  feed?: string | undefined;
  /** Made by `scriptJson`. */
  jsonLd?: Html | undefined;
  /** Undefined follows the reader's device. */
  theme: 'light' | 'dark' | undefined;
  nav: 'customer' | StaffArea;
  here: Here;
  /** Whether the top has a search field: not where the page has its own. */
  search: boolean;
  /** Whether phones get the bar of shortcuts: not where the page has its own bar. */
  tabs: boolean;
  viewer?: Viewer | undefined;
  counts?: Counts | undefined;
  flash?: Flash | undefined;
  /** What a moderator decided a moment ago, for as long as it can be undone. */
  decided?: ShownToast | undefined;
  /** Said on every page to a member who is sanctioned. */
  banner?: Note | undefined;
  /** Where the reader is, with the query, to come back to after signing in. */
  path: string;
  noindex?: boolean | undefined;
  /** Files in `public` that make the page quicker to use and that it can do without. */
  scripts?: readonly string[] | undefined;
};

export type Layout = Shell & { main: Html };

/** What the layout's views are given: the layout, and what follows from it. */
export type LayoutPage = Layout & {
  mainNav: Nav;
  signInHref: string;
  profileHref: string | undefined;
  themeColours: readonly { scheme: string; colour: string }[];
  /** What other sites show where somebody shares the page; undefined for what is not to be found. */
  card: Card | undefined;
};

/** https://ogp.me: what a link to the page looks like elsewhere. */
export type Card = {
  title: string;
  url: string;
  type: 'article' | 'website';
  description: string | undefined;
};

/** Works out what the layout's views show, from nothing but what it is given. */
export function layoutPage(layout: Layout): LayoutPage {
  const { path, viewer } = layout;
  return {
    ...layout,
    mainNav: mainNav(layout),
    signInHref: path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`,
    profileHref: viewer && `/u/${encodeURIComponent(viewer.name)}`,
    themeColours: themeColours(layout.theme),
    card: cardOf(layout),
  };
}

function cardOf({ title, description, canonical, noindex, jsonLd }: Layout): LayoutPage['card'] {
  if (canonical === undefined || noindex) return undefined;
  return { title, description, url: canonical, type: jsonLd ? 'article' : 'website' };
}

const [DAY, NIGHT] = resolveTokens().surface;

/** What a phone paints its own bars with: the colour of the top of the page. */
function themeColours(theme: Layout['theme']) {
  return [
    { scheme: 'light', colour: theme === 'dark' ? NIGHT : DAY },
    { scheme: 'dark', colour: theme === 'light' ? DAY : NIGHT },
  ];
}
