import { Router } from 'express';

import { changeSettings, type SettingValues } from '../../../moderation/governance/settings.ts';
import { readVersions } from '../../../terms.ts';
import type { Deps } from '../../deps.ts';
import { whole } from '../../terms/term-fields.ts';
import { terms, type Terms } from '../../terms/terms.ts';
import { GOVERNANCE, governanceTabs } from './area.ts';

/** The thresholds of the dial, with who set them last, and every change before. */
export const thresholds = (deps: Deps): Router => terms(deps, THRESHOLDS);

const THRESHOLDS: Terms<SettingValues> = {
  ...{ path: `${GOVERNANCE}/settings`, here: 'governance', done: 'thresholds-set' },
  ...{ title: 'Thresholds of the dial', submit: 'Set the thresholds' },
  lede: 'They hold for every topic from the next decision on.',
  tabs: governanceTabs('thresholds'),
  read: (db) => readVersions(db, 'governance_settings'),
  change: changeSettings,
  fields: {
    window_size: whole('Double audits that count', 'The last so many of a topic.'),
    qualify_count: whole('Double audits to qualify', 'For the community to decide.'),
    qualify_error_permille: whole(
      'Error to qualify, in thousandths',
      'At most; the upper bound of a 95 % interval. 20 is 2 %.',
    ),
    qualify_kappa_percent: whole('Kappa to qualify, in hundredths', 'At least. 60 is 0.6.'),
    keep_error_permille: whole(
      'Error to stay the community’s, in thousandths',
      'Falls to mixed above.',
    ),
    keep_kappa_percent: whole(
      'Kappa to stay the community’s, in hundredths',
      'Falls to mixed below.',
    ),
    mixed_count: whole('Double audits before mixed can fail', 'Fewer say nothing yet.'),
    mixed_error_permille: whole('Error to stay mixed, in thousandths', 'Falls to staff above.'),
    mixed_kappa_percent: whole('Kappa to stay mixed, in hundredths', 'Falls to staff below.'),
    sample_percent: whole(
      'Stewards’ decisions that staff check, in percent',
      'Every fail besides.',
    ),
    steward_hours: whole('Hours that an answer waits for stewards', 'Then staff decide it.'),
    partner_count: whole('Acceptances that make two people partners', 'A steward then keeps out.'),
    partner_days: whole('Within how many days'),
    steward_passed: whole('Checked answers passed to be invited', 'Of a Guide’s own.'),
    steward_share_percent: whole('Share of them that has to pass, in percent'),
  },
};
