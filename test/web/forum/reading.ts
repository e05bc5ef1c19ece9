import { expect } from 'chai';

/** How often something is in a page. */
export const times = (page: string, what: string | RegExp) => page.split(what).length - 1;

/** What every page keeps to: one heading, a title, and neither dead links nor our own accidents. */
export function expectSound(page: string): void {
  expect(times(page, /<h1[\s>]/), 'headings of the first level').to.equal(1);
  expect(page).to.match(/<title>[^<]+ \| Goodline community<\/title>/);
  expect(page).to.not.include('href="#"');
  expect(page).to.not.match(/undefined|\[object |NaN/);
}

/** That nothing somebody typed has become an element or a handler of a page. */
export function expectInert(page: string): void {
  const bare = page.replaceAll(/="[^"]*"/g, '=""');
  expect(page).to.not.match(/<script(?! src=| type="application\/ld\+json")/);
  expect(bare).to.not.match(/<(?:img|iframe|object|embed|style|video|audio|body\s)/i);
  expect(bare).to.not.match(/<[a-z][^<>]*\son\w+=/i);
}

/** The part of a page that is one answer. */
export const answerIn = (page: string, { id }: { id: number }) =>
  new RegExp(`<article[^>]* id="a-${String(id)}"[\\s\\S]*?</article>`).exec(page)?.[0] ?? '';

/** Where the forms of a page go. */
export const actionsIn = (page: string) =>
  [...page.matchAll(/(?:form)?action="([^"]*)"/g)].map(([, action]) => action);

/** The titles of a list, in their order. */
export const titlesIn = (page: string) =>
  [...page.matchAll(/<h3><a href="[^"]*">([\s\S]*?)<\/a><\/h3>/g)].map(([, title = '']) =>
    title.replaceAll(/<\/?mark>/g, '').trim(),
  );

/** The way on to older rows. */
export const olderIn = (page: string) =>
  /href="([^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
