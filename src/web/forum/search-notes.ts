import type { SearchResults } from '../../forum/search/search-questions.ts';
import type { Note } from '../look/notes.ts';
import { searchHref } from './search-filters.ts';
import type { Searching } from './searching.ts';

/** What has to be said of a search that did not find just what was typed. */
export function searchNotes(searching: Searching, results: SearchResults | undefined): Note[] {
  const unknown: Note[] = searching.unknown.map((lead) => ({
    ...{ kind: 'warn', lead, text: 'That part was left out.' },
  }));
  if (!results) return unknown;
  return [...unknown, ...spelling(searching, results), ...less(searching, results)];
}

function spelling(searching: Searching, { mended, isMended }: SearchResults): Note[] {
  if (mended === undefined) return [];
  if (isMended) {
    const lead = `Nothing for “${searching.query.plain}”.`;
    return [{ kind: 'info', lead, text: `This is for “${mended}”.` }];
  }
  const link = { href: searchHref(searching, { q: mended, after: undefined }), label: mended };
  return [{ kind: 'info', lead: 'Did you mean', link }];
}

/** Where filters may be why nothing was found, a search without them is offered. */
function less(searching: Searching, { looser, rows }: SearchResults): Note[] {
  const { topic, solved, user } = searching;
  const isNarrowed = topic !== undefined || solved !== undefined || user !== undefined;
  const nothing = looser !== undefined || rows.length === 0;
  const link =
    nothing && isNarrowed && searching.after === undefined
      ? { href: everywhere(searching), label: 'Search everywhere' }
      : undefined;
  if (looser) return [{ kind: 'info', ...LOOSER[looser], link }];
  return link ? [{ kind: 'info', lead: 'Nothing here has these words.', link }] : [];
}

const everywhere = (searching: Searching): string => {
  const query = { ...searching.query, user: undefined };
  const change = { topic: undefined, solved: undefined, after: undefined };
  return searchHref({ ...searching, query }, change);
};

const LOOSER: Record<NonNullable<SearchResults['looser']>, Pick<Note, 'lead' | 'text'>> = {
  apart: { lead: 'Nothing has these words side by side.', text: 'These have them apart.' },
  'all-but-one': { lead: 'Nothing has all of these words.', text: 'These have all but one.' },
  some: { lead: 'Nothing has all of these words.', text: 'These have some of them.' },
};
