import { z } from 'zod';

import { block, line, oneOf, wholeNumber } from '../forms.ts';

/** What admins post. Lengths and names are judged by the parts that keep them. */
const REASON = 'Say why. The reason is kept with the change.';
const reason = block({ missing: REASON, max: 500, what: 'The reason' });

export const ROLES = ['member', 'moderator', 'finance', 'admin'] as const;
export const LEVELS = ['newcomer', 'helper', 'guide', 'steward'] as const;

export const roleForm = z.object({ role: oneOf(ROLES, 'Choose a role.'), reason });

export const levelForm = z.object({ level: oneOf(LEVELS, 'Choose a level.'), reason });

/** Icons that say something about a topic. */
export const TOPIC_ICONS = [
  ...['chat', 'sim', 'bars', 'globe', 'swap', 'bill', 'voicemail', 'phone', 'wifi', 'mast'],
  ...['lock', 'star'],
] as const;

export const topicForm = z.object({
  name: line({ missing: 'Give the topic a name.', max: 40, min: 2, what: 'The name' }),
  description: line({ missing: '', min: 0, max: 200, what: 'The description' }),
  icon: oneOf(TOPIC_ICONS, 'Choose a picture.'),
});

export const moveForm = z.object({ to: oneOf(['up', 'down'], 'Choose up or down.') });

export const textForm = z.object({
  title: line({ missing: 'Give the page a title.', max: 80, min: 2, what: 'The title' }),
  body: block({
    missing: 'Write something: the page is linked from every other.',
    max: 20_000,
    what: 'The text',
  }),
  version: wholeNumber('Open the page again: this form has come apart.'),
});

const words = (missing: string) => z.string(missing).max(500, missing);

export const settingsForm = z.object({
  name: words('Give the community a name.'),
  supportNumber: words('Enter a telephone number.'),
  openingHours: words('Say when somebody takes calls.'),
  tagline: words('Say what the community is.'),
});
