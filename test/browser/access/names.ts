import type { Page } from 'playwright-core';

import { hear, type Element, type Heard } from './tree.ts';

/** What somebody who hears a page cannot tell apart, cannot find or is not told. */
export async function faultsOfNames(page: Page): Promise<string[]> {
  const heard = await hear(page);
  return [
    ...namelessIn(heard),
    ...alikeIn(heard),
    ...headingsOf(heard),
    ...landmarksOf(heard),
    ...tablesOf(heard),
    ...errorsOf(heard),
  ];
}

const CONTROLS = [
  ...['button', 'link', 'textbox', 'searchbox', 'combobox', 'listbox', 'checkbox', 'radio'],
  ...['spinbutton', 'slider', 'switch', 'DisclosureTriangle', 'Date', 'DateTime', 'InputTime'],
];
const LANDMARKS = [
  ...['banner', 'main', 'contentinfo', 'navigation', 'complementary', 'search', 'region', 'form'],
];
/** What is a landmark only by its name. */
const BY_NAME = ['region', 'form'];
const isControl = ({ role }: Heard) => CONTROLS.includes(role);

const namelessIn = (heard: readonly Heard[]) =>
  heard
    .filter((one) => isControl(one) && one.name === '')
    .map(({ role, element }) => `a ${role} has no name: ${written(element)}`);

/** Two controls that sound the same have to do the same. */
function alikeIn(heard: readonly Heard[]): string[] {
  const doings = new Map<string, Set<string>>();
  for (const [nth, one] of heard.filter(isControl).entries()) {
    const sound = [one.role, one.name, one.description, groupOf(one)].join(' | ');
    doings.set(sound, (doings.get(sound) ?? new Set()).add(doingOf(one) ?? String(nth)));
  }
  return [...doings]
    .filter(([, all]) => all.size > 1)
    .map(([sound, all]) => `${String(all.size)} different controls sound alike: ${sound}`);
}

/**
 * What a thing is heard to belong to: what stands in a row of a table to that row, a link to a list
 * of ways with a name, and a field to the part of the page or to the question that it is in.
 */
function groupOf({ role, within }: Heard): string {
  const groups = role === 'link' ? LISTS_OF_WAYS : role === 'button' ? DATES : PARTS;
  const [nearest] = within.filter(
    (one) => one.role === 'row' || (groups.includes(one.role) && one.name !== ''),
  );
  if (!nearest) return '';
  return nearest.role === 'row' ? `row ${nearest.id}` : nearest.name;
}

const LISTS_OF_WAYS = ['navigation'];
const DATES = ['Date', 'DateTime', 'InputTime'];
const PARTS = [...DATES, 'group', 'radiogroup', 'region', 'form', 'article', 'search'];

/** Where a link leads, or what a button sends; a field is like no other. */
function doingOf({ role, element }: Heard): string | undefined {
  if (!element) return undefined;
  const own = (name: string) => element.attributes.get(name) ?? '';
  if (role === 'link') return own('href');
  if (role !== 'button') return undefined;
  const form = around(element).find(({ tag }) => tag === 'form');
  const sent = own('formaction') || own('form') || form?.attributes.get('action') || '';
  return [sent, own('name'), own('value')].join(' ');
}

function headingsOf(heard: readonly Heard[]): string[] {
  const headings = heard.filter(({ role }) => role === 'heading');
  const skipped = headings.filter(
    ({ level = 1 }, at) => level > (at === 0 ? 0 : (headings[at - 1]?.level ?? 1)) + 1,
  );
  const nameless = headings.filter(({ name }) => name === '');
  return [
    ...skipped.map(({ name, level }) => `the heading “${name}” skips to level ${String(level)}`),
    ...nameless.map(({ element }) => `a heading says nothing: ${written(element)}`),
  ];
}

function landmarksOf(heard: readonly Heard[]): string[] {
  const names = heard
    .filter(
      ({ role, name }) => LANDMARKS.includes(role) && (name !== '' || !BY_NAME.includes(role)),
    )
    .map(({ role, name }) => `${role} “${name}”`);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [...new Set(twice)].map((name) => `two landmarks are a ${name}`);
}

/** A table says what its columns or its rows are; one without either is a layout, and there is none. */
function tablesOf(heard: readonly Heard[]): string[] {
  const tables = heard.filter(({ element }) => element?.tag === 'table');
  const headed = new Set(
    heard
      .filter(({ role }) => role === 'columnheader' || role === 'rowheader')
      .map(({ element }) => element && around(element).find(({ tag }) => tag === 'table')),
  );
  return tables.flatMap(({ role, element }) => [
    ...(role === 'table' ? [] : [`a table is heard as ${role}: ${written(element)}`]),
    ...(headed.has(element) ? [] : [`a table has no headers: ${written(element)}`]),
  ]);
}

/** Whoever hears a field that was refused hears why. */
const errorsOf = (heard: readonly Heard[]) =>
  heard
    .filter(({ element }) => element?.attributes.get('aria-invalid') === 'true')
    .filter(({ description }) => !description.includes('Error: '))
    .map(({ name }) => `the field “${name}” does not say what is wrong with it`);

const around = (element: Element): Element[] =>
  element.parent ? [element.parent, ...around(element.parent)] : [];

const written = (element: Element | undefined): string =>
  element
    ? `<${element.tag} ${[...element.attributes].map((pair) => pair.join('=')).join(' ')}>`
    : 'text';
