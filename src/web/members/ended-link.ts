import type { Request, Response } from 'express';

import type { LinkPurpose } from '../../members/mail-links.ts';
import type { Deps } from '../deps.ts';
import type { AccountPage } from './account-page.ts';

/** Answers 410 for a link that was used, has run out or never was, and says how to get another. */
export const drawEndedLink = (
  { render }: Deps,
  req: Request,
  res: Response,
  purpose: LinkPurpose,
): Promise<void> =>
  render.page(req, res, 'members/account', endedLinkPage(purpose), {
    status: 410,
    search: false,
    noindex: true,
  });

const endedLinkPage = (purpose: LinkPurpose): AccountPage => ({
  title: 'This link has ended',
  lead: 'It has been used, or it has run out. Links from our mails work once.',
  actions: [ANOTHER[purpose]],
});

const ANOTHER = {
  'verify-email': { href: '/settings', label: 'Send me a new one' },
  'reset-password': { href: '/reset', label: 'Send me a new one' },
  'change-email': { href: '/settings/email', label: 'Try again' },
} as const satisfies Record<LinkPurpose, { href: string; label: string }>;
