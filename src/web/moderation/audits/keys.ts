import {
  DESK_ACTIONS,
  type DeskAction,
  type DeskKeys,
} from '../../../moderation/queue/desk-settings.ts';

/** The keys of the desk: each presses a button or follows a link that stands on the page. */
export type Keys = {
  keys: DeskKeys;
  /** Whether authors' names are hidden, and the page to come back to. */
  blind: boolean;
  here: string;
  next: string;
  previous: string | undefined;
  list: readonly { key: string; does: string }[];
};

export const keysOf = (ways: Omit<Keys, 'list'>): Keys => ({
  ...ways,
  list: DESK_ACTIONS.map((action) => ({ key: ways.keys[action] || '–', does: DOES[action] })),
});

/** What the key of each action does, in the words of a list. */
export const DOES: Readonly<Record<DeskAction, string>> = {
  pass: 'pass',
  fix: 'fix: once to mend the text, again to save it',
  fail: 'fail, then a digit for the reason',
  private: 'reply privately to whoever asked',
  ask: 'ask a colleague',
  skip: 'skip for now',
  undo: 'undo the last decision',
  next: 'next',
  previous: 'previous',
  note: 'write a note; Esc leaves it',
  thread: 'open the thread',
  guide: 'open the official answer',
  summary: 'write what it comes to, in short',
  score: 'score it, part by part',
  help: 'show this list',
};
