import type { Router } from 'express';

import { changeSilentTerms, type SilentTerms } from '../../../moderation/silent/terms.ts';
import { readVersions } from '../../../terms.ts';
import type { Deps } from '../../deps.ts';
import { whole } from '../../terms/term-fields.ts';
import { adminTerms, type Terms } from '../../terms/terms.ts';

/** When our team may accept for an asker who is silent: an admin's to say. */
export const silentTerms = (deps: Deps): Router => adminTerms(deps, TERMS);

const TERMS: Terms<SilentTerms> = {
  ...{ path: '/admin/silent', here: 'silent', done: 'silent-terms-set' },
  ...{ title: 'Silent askers', submit: 'Set the terms' },
  lede: 'When our team may accept an answer for somebody who asked and never came back.',
  read: (db) => readVersions(db, 'silent_terms'),
  change: changeSilentTerms,
  fields: {
    quiet_days: whole(
      'Days of silence',
      'Since the answer, and since the asker last wrote in the thread.',
    ),
    objection_days: whole('Days to object', 'The reward waits as long. From 1 to 60.'),
    least_points: whole(
      'Points of the best answer',
      'At least. A vote is 1, “this helped me too” 2, a Steward’s word 3 more.',
    ),
    least_lead: whole('Points ahead of the next answer', 'At least.'),
  },
};
