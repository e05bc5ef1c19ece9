import { Router } from 'express';

import { publishUndertaking } from '../../../moderation/governance/publish-undertaking.ts';
import { readVersions } from '../../../terms.ts';
import type { Deps } from '../../deps.ts';
import { text } from '../../terms/term-fields.ts';
import { terms, type Terms } from '../../terms/terms.ts';
import { GOVERNANCE, governanceTabs } from './area.ts';

/** What stewards undertake, and the form to publish another version, which they sign anew. */
export const undertaking = (deps: Deps): Router => terms(deps, UNDERTAKING);

const UNDERTAKING: Terms<{ body: string }> = {
  ...{ path: `${GOVERNANCE}/undertaking`, here: 'governance', done: 'undertaking-published' },
  ...{ title: 'What stewards undertake', submit: 'Publish it' },
  lede:
    'Everybody who serves is asked to sign a new version. Until they have, the desk is shut to ' +
    'them and our team judges; they keep their appointment, and topics stay where they are.',
  tabs: governanceTabs('undertaking'),
  read: (db) => readVersions(db, 'steward_undertakings'),
  change: publishUndertaking,
  fields: {
    body: text('The undertaking', {
      ...{ missing: 'Write what stewards undertake.', max: 10_000, what: 'The undertaking' },
      hint: 'An empty line begins a paragraph.',
    }),
  },
};
