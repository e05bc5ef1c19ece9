import compression from 'compression';
import express, { type Express } from 'express';

import { admin } from './web/admin/admin.ts';
import { assetRouter } from './web/assets.ts';
import { isSecure } from './web/cookies.ts';
import { sameSiteOnly } from './web/csrf.ts';
import type { Deps } from './web/deps.ts';
import { devMail } from './web/dev-mail.ts';
import { browsersNoted } from './web/device.ts';
import { draftsArePosted } from './web/drafts.ts';
import { answerErrors, nothingHere } from './web/errors.ts';
import { finance } from './web/finance/finance.ts';
import { feeds } from './web/feeds/feeds.ts';
import { openSearch } from './web/feeds/opensearch.ts';
import { sitemaps } from './web/feeds/sitemaps.ts';
import { forum } from './web/forum/forum.ts';
import { canned } from './web/canned/canned.ts';
import { live } from './web/forum/live/live.ts';
import { guides } from './web/guides/guides.ts';
import { handoff } from './web/handoff/handoff.ts';
import { health } from './web/health.ts';
import { knownMethods, soundAddress, soundEncoding, soundForm } from './web/hostile-input.ts';
import { postsCounted } from './web/limits.ts';
import { siteKeptFresh } from './web/live-site.ts';
import { appearance } from './web/members/appearance.ts';
import { blocking } from './web/members/blocking.ts';
import { emailSettings } from './web/members/email-settings.ts';
import { joining } from './web/members/join.ts';
import { passwordSettings } from './web/members/password-settings.ts';
import { resets } from './web/members/reset.ts';
import { settings } from './web/members/settings.ts';
import { signInAndOut } from './web/members/sign-in.ts';
import { verification } from './web/members/verification.ts';
import { moderation } from './web/moderation/moderation.ts';
import { notices } from './web/notices/notices.ts';
import { oneClick } from './web/notices/one-click.ts';
import { mentions } from './web/mentions/mentions.ts';
import { pictures } from './web/pictures/pictures.ts';
import { requestLog } from './web/request-log.ts';
import { securityHeaders } from './web/security.ts';
import { visitors } from './web/session.ts';
import { levels } from './web/levels/levels.ts';
import { siteTexts } from './web/site/site-texts.ts';
import { wallet } from './web/wallet/wallet.ts';

/** The whole site, one line to each thing it does. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Where visitors come from is a proxy's to say, and only where there is one.
  app.set('trust proxy', isSecure(deps.config) && 'loopback, linklocal, uniquelocal');

  app.use(requestLog(deps.log));
  app.use(securityHeaders(deps.config));
  app.use(health(deps));
  app.use(assetRouter(deps.assets));
  app.use(compression());
  app.use(knownMethods, oneClick(deps));
  app.use(sameSiteOnly(deps.config));
  app.use(soundAddress, live(deps));
  app.use(siteKeptFresh(deps.site), feeds(deps), sitemaps(deps), openSearch(deps));
  app.use(visitors(deps));
  app.use(express.urlencoded({ ...FORMS, verify: soundEncoding }));
  app.use(soundForm);
  app.use(draftsArePosted);
  app.post(WRITING, postsCounted(deps), browsersNoted(deps));

  app.use(signInAndOut(deps));
  app.use(joining(deps));
  app.use(resets(deps));
  app.use(verification(deps));
  app.use(settings(deps));
  app.use(passwordSettings(deps));
  app.use(emailSettings(deps), blocking(deps), notices(deps));
  app.use(appearance(deps));
  app.use(siteTexts(deps), levels(deps));
  app.use(admin(deps));
  app.use(pictures(deps), mentions(deps), forum(deps));
  app.use(moderation(deps));
  app.use(handoff(deps), canned(deps), guides(deps));
  app.use(wallet(deps));
  app.use(finance(deps));
  app.use(devMail(deps));

  app.use(nothingHere);
  app.use(answerErrors(deps));
  return app;
}

/** Where members put words before everybody. */
const WRITING = ['/ask', '/q/:id/answers', '/:post/:id/comments', '/:post/:id/edit'].concat(
  '/me/conversations/:id/messages',
);

/** A text of 20,000 characters in any script: each may take twelve bytes on its way. */
const FORMS = { extended: false, limit: '256kb', parameterLimit: 200 };
