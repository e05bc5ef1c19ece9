import type { Router } from 'express';

import { changePromise, type Promised } from '../../handoff/change-promise.ts';
import { readVersions } from '../../terms.ts';
import type { Deps } from '../deps.ts';
import { clock, weekdays, whole } from '../terms/term-fields.ts';
import { adminTerms, type Terms } from '../terms/terms.ts';

/** How soon we promise to reply in private: an admin's to say. */
export const promiseTerms = (deps: Deps): Router => adminTerms(deps, PROMISE);

const PROMISE: Terms<Promised> = {
  ...{ path: '/admin/promise', here: 'promise', done: 'promise-set' },
  ...{ title: 'What we promise in private', submit: 'Promise it' },
  lede: 'Shown to whoever asks in private, and what the clock of each case counts by.',
  read: (db) => readVersions(db, 'case_promises'),
  change: changePromise,
  fields: {
    first_reply_minutes: whole('Working minutes until our first reply', '240 are four hours.'),
    later_reply_minutes: whole('Working minutes until each later reply', 'From 15 to 20,000.'),
    opens_minute: clock('The working day begins', 'As 8:00.'),
    closes_minute: clock('The working day ends', 'As 20:00; 24:00 is midnight.'),
    weekdays: weekdays('Working days'),
    reopen_days: whole('Days in which a reply opens a closed conversation again', 'From 1 to 365.'),
  },
};
