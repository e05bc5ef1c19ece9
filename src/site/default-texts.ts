import { accessibility } from './default-texts/accessibility.ts';
import { api } from './default-texts/api.ts';
import { decisions } from './default-texts/decisions.ts';
import { guidelines } from './default-texts/guidelines.ts';
import { privacy } from './default-texts/privacy.ts';
import { rewards } from './default-texts/rewards.ts';
import { status } from './default-texts/status.ts';

/** The pages that every page links to, as they are until an admin writes their own. */
export const DEFAULT_TEXTS = [
  { slug: 'rewards', title: 'How rewards work', body: rewards },
  { slug: 'guidelines', title: 'House rules', body: guidelines },
  { slug: 'decisions', title: 'Moderation record', body: decisions },
  { slug: 'status', title: 'Service status', body: status },
  { slug: 'api', title: 'API', body: api },
  { slug: 'accessibility', title: 'Accessibility', body: accessibility },
  { slug: 'privacy', title: 'Privacy', body: privacy },
] as const;
