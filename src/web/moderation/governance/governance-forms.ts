import { z } from 'zod';

import { SETTING_NAMES, type SettingValues } from '../../../moderation/governance/settings.ts';
import { block, oneOf, readForm, wholeNumber } from '../../forms.ts';

const MODE_WORDS = ['staff', 'mixed', 'community'] as const;

/** Where the dial of a topic is turned to, and why. */
export const readTurn = (body: unknown) => readForm(TurnForm, body);

/** The thresholds that were typed, the version they were read in, and why they change. */
export function readThresholds(body: unknown) {
  const { reason, version, ...values } = readForm(ThresholdsForm, body);
  return { values: values as SettingValues, change: { reason, version } };
}

const reason = block({ missing: 'Say why. It is kept.', max: 1000, what: 'The reason' });

const TurnForm = z.object({
  to: oneOf(MODE_WORDS, 'Choose where to turn it.'),
  from: oneOf(MODE_WORDS, 'Open the page again.'),
  reason,
});

const ThresholdsForm = z.object({
  ...Object.fromEntries(
    SETTING_NAMES.map((name) => [name, wholeNumber('Give a whole number.')] as const),
  ),
  version: wholeNumber('Open the page again.'),
  reason,
});
