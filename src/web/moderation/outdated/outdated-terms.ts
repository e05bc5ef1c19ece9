import type { Router } from 'express';

import { changeOutdatedTerms, type OutdatedTerms } from '../../../moderation/outdated/terms.ts';
import { readVersions } from '../../../terms.ts';
import type { Deps } from '../../deps.ts';
import { whole } from '../../terms/term-fields.ts';
import { adminTerms, type Terms } from '../../terms/terms.ts';

/** How many have to say that an answer no longer works: an admin's to say. */
export const outdatedTerms = (deps: Deps): Router => adminTerms(deps, TERMS);

const TERMS: Terms<OutdatedTerms> = {
  ...{ path: '/admin/outdated', here: 'outdated', done: 'outdated-terms-set' },
  ...{ title: 'Outdated answers', submit: 'Set the terms' },
  lede:
    'How many have to say that an answer no longer works. The word of its author, of a moderator ' +
    'or of a Guide or Steward is enough by itself.',
  read: (db) => readVersions(db, 'outdated_terms'),
  change: changeOutdatedTerms,
  fields: {
    members: whole(
      'Members who say so',
      'Readers are told from then on; until then somebody has a look.',
    ),
    old_days: whole('Days until an answer is old', 'From then on fewer members are enough.'),
    members_old: whole('Members who say so of an old answer', 'No more than of a new one.'),
    readers: whole(
      'Readers whom it did not help',
      'So many “No” under “Did this fix it?”, and fewer “Yes”: somebody has a look.',
    ),
    listened_days: whole('Days for which readers count', 'From 1 to 365.'),
  },
};
