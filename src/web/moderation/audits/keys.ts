/** The keys of the desk: each presses a button or follows a link that stands on the page. */
export type Keys = {
  next: string;
  previous: string | undefined;
  list: readonly { key: string; does: string }[];
};

export const keysOf = (ways: Pick<Keys, 'next' | 'previous'>): Keys => ({ ...ways, list: LIST });

const LIST: Keys['list'] = [
  { key: 'A', does: 'pass' },
  { key: 'F', does: 'fix: once to mend the text, again to save it' },
  { key: 'R', does: 'fail, then 1 to 4 for the reason' },
  { key: 'P', does: 'reply privately to whoever asked' },
  { key: 'S', does: 'skip for now' },
  { key: 'U', does: 'undo the last decision' },
  { key: 'J', does: 'next' },
  { key: 'K', does: 'previous' },
  { key: 'N', does: 'write a note; Esc leaves it' },
  { key: 'O', does: 'open the thread' },
  { key: '?', does: 'show this list' },
];
