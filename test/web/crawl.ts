import type { MemberRow } from '#src/members/rows.ts';
import type { Community } from '#test/support/community.ts';

/** Everything that somebody was shown, by the address that showed it. */
export type Shown = Map<string, string>;

/**
 * Opens the given addresses and whatever they link to, as a member or as a visitor, and keeps all
 * that comes back: pages, files, and where a redirection leads.
 */
export async function crawl(
  community: Community,
  member: MemberRow | undefined,
  starts: string[],
): Promise<Shown> {
  const shown: Shown = new Map();
  const waiting = [...starts];
  const variants = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (shown.has(path) || isElsewhere(path)) continue;
    const place = path.replace(/\?.*/, '');
    const variant = (variants.get(place) ?? 0) + 1;
    if (variant > ENOUGH && !starts.includes(path)) continue;
    variants.set(place, variant);
    const { headers, text } = await community.visit(member).get(path);
    const told = `${JSON.stringify(headers)}\n${text}`;
    shown.set(path, told);
    waiting.push(...linksIn(told), ...[headers.location].flatMap(ownPath));
  }
  return shown;
}

/** How many queries of one address are tried: calendars and lists link on and on. */
const ENOUGH = 6;

/** The outbox of a developer’s own machine shows every mail; in production it is not there. */
const isElsewhere = (path: string) => /^\/(dev|assets)\//.test(path);

const linksIn = (page: string): string[] =>
  [...page.matchAll(/\s(?:href|action|src)="([^"]+)"/g)].flatMap(([, href]) => ownPath(href));

function ownPath(href: string | undefined): string[] {
  if (href === undefined || !/^\/(?!\/)/.test(href)) return [];
  return [href.replace(/#.*/, '').replaceAll('&amp;', '&')];
}
