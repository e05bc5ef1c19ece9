import type { Router } from 'express';

import { changeUnansweredTerms, type UnansweredTerms } from '../../../forum/unanswered/terms.ts';
import { readVersions } from '../../../terms.ts';
import type { Deps } from '../../deps.ts';
import { whole } from '../../terms/term-fields.ts';
import { adminTerms, type Terms } from '../../terms/terms.ts';

/** When an unanswered question is offered to whom: an admin's to say. */
export const unansweredTerms = (deps: Deps): Router => adminTerms(deps, TERMS);

const TERMS: Terms<UnansweredTerms> = {
  ...{ path: '/admin/unanswered', here: 'unanswered', done: 'unanswered-terms-set' },
  ...{ title: 'Unanswered questions', submit: 'Set the terms' },
  lede: 'When a question that nobody has answered is offered to those who know its topic, and when to our team.',
  read: (db) => readVersions(db, 'unanswered_terms'),
  change: changeUnansweredTerms,
  fields: {
    experts_after_minutes: whole(
      'Minutes until those who know the topic are asked',
      'From 5. Nobody is asked in their quiet hours.',
    ),
    staff_after_hours: whole('Hours until our team has it', 'From 1 to 720.'),
    experts_most: whole(
      'How many people are asked about a question',
      'At most; 0 to ask our team alone.',
    ),
    daily_most: whole('How many questions one person is asked about in a day', 'At most.'),
  },
};
