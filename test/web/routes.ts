import type { MemberRow } from '#src/members/rows.ts';
import type { Community } from '#test/support/community.ts';

/** Whom an address is for; `helper` is whoever wrote the answer and has a wallet. */
export type Door =
  | ('anyone' | 'member' | 'helper' | 'steward')
  | ('moderator or admin' | 'moderator or finance or admin')
  | Exclude<MemberRow['role'], 'member'>;

export type Route = { method: 'get' | 'post'; path: string; door: Door };

/**
 * Every address of the site, by whom it is for. An address that is not listed here fails the tests:
 * whoever adds one says for whom it is, and every test of doors and hostile input tries it.
 */
const DOORS: Record<Door, string[]> = {
  anyone: [
    ...['get /feed.atom', 'get /topics/:slug.atom', 'get /q/:id.atom', 'get /opensearch.xml'],
    ...['get /sitemap.xml', 'get /sitemap-pages.xml', 'get /sitemap-:chunk.xml'],
    ...['get /healthz', 'get /readyz', 'get /robots.txt', 'get /.well-known/security.txt'],
    ...[
      'get /favicon.ico',
      'get /assets/*path',
      'get /dev/mail',
      'get /dev/mail/:id',
      'get /dev/mail/:id/html',
    ],
    ...['get /guides', 'get /guides/:slug', 'get /guides/:slug/history'],
    ...['get /', 'get /questions', 'get /topics', 'get /topics/:slug', 'get /search'],
    ...['get /u/:name', 'get /u/:name/answers', 'get /ask', 'post /ask/preview'],
    ...['get /u/:name/helped', 'get /u/:name/questions', 'get /u/:name/guides', 'get /levels'],
    ...['get /ask/similar', 'get /ask/solved/:id', 'post /ask/solved'],
    ...[
      'get /q/:id',
      'get /q/:id/live',
      'get /q/:id/:slug',
      'get /a/:id',
      'get /q/:id/history',
      'get /a/:id/history',
    ],
    ...['get /a/:id/fixed', 'post /a/:id/fixed'],
    'get /pictures/:name',
    ...['post /q/:id/answers/preview', 'get /rewards', 'get /guidelines', 'get /decisions'],
    ...['get /status', 'get /api', 'get /accessibility', 'get /privacy'],
    ...[
      'get /sign-in',
      'post /sign-in',
      'post /sign-out',
      'get /join',
      'post /join',
      'get /welcome',
    ],
    ...['get /reset', 'post /reset', 'get /reset/:token', 'post /reset/:token'],
    ...['get /verify/:token', 'post /verify/:token'],
    ...['get /settings/appearance', 'post /settings/appearance'],
    ...['get /settings/email/:token', 'post /settings/email/:token'],
    ...['get /n/off/:token', 'post /n/off/:token', 'get /n/fixed/:token', 'post /n/fixed/:token'],
  ],
  member: [
    ...['get /report/:kind/:id', 'post /report/:kind/:id', 'get /me/reports', 'get /me/standing'],
    ...['post /me/standing/acknowledgement', 'get /appeals', 'get /appeals/new', 'post /appeals'],
    ...['post /u/:name/block', 'get /settings/blocked'],
    ...['get /notifications', 'post /notifications/read', 'post /notifications/:id/read'],
    ...['get /settings/notifications', 'post /settings/notifications'],
    ...['post /settings/notifications/quiet', 'post /q/:id/mute'],
    ...['get /settings', 'post /settings', 'post /settings/verification'],
    ...['get /settings/password', 'post /settings/password'],
    ...['get /settings/email', 'post /settings/email'],
    ...['get /mentions', 'post /pictures', 'post /ask/picture', 'post /q/:id/answers/picture'],
    ...['post /q/:id/edit/preview', 'post /q/:id/edit/picture'],
    ...['post /ask', 'post /q/:id/answers', 'post /q/:id/comments', 'post /a/:id/comments'],
    ...['post /a/:id/acceptance', 'post /a/:id/acceptance/withdrawal', 'post /q/:id/resolution'],
    ...['post /q/:id/vote', 'post /a/:id/vote', 'post /a/:id/helped', 'post /q/:id/me-too'],
    ...['get /q/:id/objection', 'post /q/:id/objection'],
    'post /topics/:slug/follow',
    ...['get /a/:id/outdated', 'post /a/:id/outdated'],
    ...['get /me/drafts', 'post /me/drafts/:id/removal', 'post /ask/draft'],
    ...['post /q/:id/answering', 'post /q/:id/answers/draft'],
    ...['post /q/:id/follow', 'get /q/:id/edit', 'post /q/:id/edit'],
    ...['get /me/conversations', 'get /me/conversations/:id'],
    'post /me/conversations/:id/messages',
  ],
  helper: [
    ...['get /a/:id/edit', 'post /a/:id/edit'],
    ...['post /a/:id/edit/preview', 'post /a/:id/edit/picture'],
    ...['get /wallet', 'get /wallet/statement/:ym.csv', 'get /wallet/receipts/:entry'],
    ...['get /wallet/receipts/:entry/proof.json'],
    ...['get /wallet/statement/:ym.csv.manifest.json', 'get /wallet/statement/:ym.pdf'],
    ...['get /wallet/statement/:ym.pdf.manifest.json'],
  ],
  moderator: [
    ...['get /staff/guides', 'get /staff/guides/new', 'post /staff/guides'],
    ...['get /staff/guides/:id', 'post /staff/guides/:id', 'post /staff/guides/:id/check'],
    'post /staff/guides/:id/state',
    ...['get /staff/reports', 'get /staff/reports/:id', 'post /staff/reports/:id/decision'],
    ...['get /staff/audits', 'post /staff/audits', 'get /staff/audits/:id'],
    ...['post /staff/audits/:id/claim', 'post /staff/audits/:id/verdict'],
    ...['post /staff/audits/:id/undo', 'post /staff/queue/:kind/:id/claim'],
    ...['get /staff/canned-notes', 'post /staff/canned-notes'],
    ...['post /staff/canned-notes/:id/drop', 'post /staff/audits/:id/request'],
    'post /staff/audits/:id/summary',
    ...['get /staff/bulk', 'post /staff/bulk', 'get /staff/bulk/:id', 'post /staff/bulk/:id/undo'],
    ...['get /settings/keyboard', 'post /settings/keyboard', 'post /settings/keyboard/blind'],
    ...['get /staff/governance/reviews/:id', 'post /staff/governance/reviews/:id'],
    'post /staff/governance/reviews/:id/overturn',
    ...[
      'get /staff/personal-data',
      'get /staff/personal-data/:id',
      'post /staff/personal-data/:id/decision',
    ],
    ...['get /staff/first-posts/:id', 'post /staff/first-posts/:id/decision'],
    ...['get /staff/spam/:id', 'post /staff/spam/:id/decision', 'get /staff/word-lists'],
    ...['post /staff/word-lists', 'post /staff/word-lists/:id/removal'],
    ...['post /a/:id/outdated/decision', 'post /a/:id/official'],
    ...['get /staff/silent', 'get /staff/silent/:id', 'post /staff/silent/:id/acceptance'],
    ...['get /staff/fraud', 'get /staff/fraud/:id', 'post /staff/fraud/:id/decision'],
    ...['get /staff/agreement', 'get /staff/agreement/me', 'get /staff/agreement/known'],
    ...['post /staff/agreement/known', 'post /staff/agreement/known/:id/confirmation'],
    'post /staff/agreement/known/:id/retirement',
    ...['get /staff/draws', 'get /staff/draws/:ym.csv', 'get /staff/draws/:acceptance'],
    ...['get /q/:id/thread', 'post /q/:id/move', 'post /q/:id/lock', 'post /q/:id/pin'],
    'post /q/:id/unpin',
    ...['get /q/:id/merge', 'post /q/:id/merge', 'post /q/:id/merge/undo'],
    ...['get /q/:id/split', 'post /q/:id/split'],
    ...['get /q/:id/split/undo', 'post /q/:id/split/undo'],
    ...['get /staff/duplicates', 'post /staff/duplicates/:id/apart'],
    'get /staff/unanswered/:id',
    ...['get /staff/facts', 'post /staff/facts', 'post /staff/facts/:id/end'],
    ...['q', 'a', 'c'].flatMap((post) => [
      ...[`get /${post}/:id/removal`, `post /${post}/:id/removal`],
      `post /${post}/:id/restoration`,
    ]),
  ],
  'moderator or admin': [
    ...['get /staff/members/:name/sanctions', 'post /staff/members/:name/sanctions'],
    'post /staff/sanctions/:id/end',
    ...['get /staff/appeals', 'get /staff/appeals/:id', 'post /staff/appeals/:id/decision'],
    ...['get /staff/governance', 'get /staff/governance/topics/:slug'],
    ...['post /staff/governance/topics/:slug', 'get /staff/governance/settings'],
    ...['post /staff/governance/settings', 'get /staff/governance/stewards'],
    ...['get', 'post'].map((way) => `${way} /staff/governance/stewards/:id/topics`),
    ...['get /staff/governance/undertaking', 'post /staff/governance/undertaking'],
    ...['post /staff/governance/stewards', 'post /staff/governance/stewards/:id/relief'],
    ...['get /staff/cases', 'post /staff/cases', 'get /staff/cases/:id'],
    ...['messages', 'preview', 'notes', 'assignment', 'handover', 'closing', 'summary'].map(
      (act) => `post /staff/cases/:id/${act}`,
    ),
    ...['case-replies', 'canned-answers'].flatMap((texts) => [
      ...[`get /staff/${texts}`, `post /staff/${texts}`, `post /staff/${texts}/:id/drop`],
    ]),
    ...['get /staff/searches', 'get /staff/searches.csv', 'get /staff/synonyms'],
    ...['post /staff/synonyms', 'post /staff/synonyms/:id/drop'],
    'post /q/:id/answers/canned',
    ...['get /staff/members/:name', 'post /staff/members/:name/notes'],
    'post /staff/members/:name/notes/:note/strike',
  ],
  steward: [
    ...['get /q/:id/same', 'post /q/:id/same'],
    ...['get /steward/audits', 'get /steward/audits/:id', 'post /steward/audits/:id/opinion'],
    'post /steward/signature',
    'post /steward/audits/:id/undo',
    ...['get /steward/invitation', 'post /steward/invitation', 'post /steward/resignation'],
  ],
  'moderator or finance or admin': ['get /staff/log'],
  finance: [
    ...['get /finance', 'get /finance/ledger', 'get /finance/entries/:number'],
    ...['get /finance/fraud', 'get /finance/fraud/:ym.csv'],
    'get /finance/fraud/:ym.csv.manifest.json',
    ...['get /finance/audits/:id', 'get /finance/costs', 'post /finance/costs'],
    ...['get /finance/costs/:ym.csv', 'get /finance/costs/:ym.csv.manifest.json'],
    'get /finance/entries/:number/proof.json',
    ...['get /finance/close', 'get /finance/close/:ym', 'get /finance/approvals'],
    ...['get /finance/exports', 'post /finance/exports', 'get /finance/exports/:id'],
    ...['get /finance/gl-mapping', 'post /finance/gl-mapping'],
    ...['get /finance/adjustments', 'post /finance/adjustments'],
    ...['get /finance/adjustments/new', 'post /finance/adjustments/new/preview'],
    ...['get /finance/adjustments/:id', 'post /finance/adjustments/:id/approval'],
    ...['get /finance/rules', 'post /finance/rules', 'get /finance/rules/new'],
    ...['get /finance/rules/:id', 'get /finance/rules/:id/edit', 'post /finance/rules/:id/edit'],
    ...['post /finance/rules/:id/shadow', 'get /finance/rules/:id/shadow.csv'],
    ...['get /finance/rules/:id/shadow.csv.manifest.json', 'post /finance/rules/:id/proposal'],
    ...['post /finance/rules/:id/approval', 'get /finance/rules/budget'],
    ...['post /finance/rules/budget', 'post /finance/rules/budget/:id/approval'],
    ...['get /finance/as-of', 'get /finance/members/:id', 'get /finance/totals'],
    ...['get /finance/totals/:year', 'get /finance/totals/:year.csv'],
    ...['get /finance/totals/:year.csv.manifest.json'],
    ...['post /finance/periods/:ym/close', 'post /finance/periods/:ym/approval'],
    ...['ledger', 'journal', 'trial-balance', 'erp', 'roll-forward', 'adjustments']
      .map((file) => `${file}/:ym.csv`)
      .concat('journal/:ym.xlsx', 'journal/:ym.hledger', 'journal/:ym.beancount')
      .concat('journal/:ym.jsonl', 'liability/:date.csv')
      .map((file) => `get /finance/${file}`)
      .flatMap((route) => [route, `${route}.manifest.json`]),
  ],
  admin: [
    ...['get /admin/sanction-texts', 'get /admin/sanction-texts/:slug'],
    'post /admin/sanction-texts/:slug',
    ...['get /admin', 'get /admin/members', 'get /admin/members/:id', 'get /admin/roles'],
    ...['post /admin/members/:id/role', 'post /admin/members/:id/level'],
    ...['get /admin/topics', 'post /admin/topics', 'get /admin/topics/:slug'],
    ...['post /admin/topics/:slug', 'post /admin/topics/:slug/move'],
    ...['post /admin/topics/:slug/archive', 'post /admin/topics/:slug/restore'],
    ...['get /admin/posting', 'post /admin/posting/limits', 'post /admin/posting/domains'],
    ...['get /admin/texts', 'get /admin/texts/:slug', 'post /admin/texts/:slug'],
    ...['post /admin/texts/:slug/preview', 'get /admin/settings', 'post /admin/settings'],
    ...['get', 'post'].map((way) => `${way} /staff/cases/:id/messages/:message/redaction`),
    ...['get /admin/agreement', 'post /admin/agreement'],
    ...['get /admin/silent', 'post /admin/silent', 'get /admin/promise', 'post /admin/promise'],
    ...['get /admin/outdated', 'post /admin/outdated'],
    ...['get /admin/unanswered', 'post /admin/unanswered'],
    ...['get /admin/mails', 'post /admin/mails/:id/retry'],
  ],
};

export const ROUTES: Route[] = Object.entries(DOORS).flatMap(([door, lines]) =>
  lines.map((line) => {
    const [method, path] = line.split(' ') as ['get' | 'post', string];
    return { method, path, door: door as Door };
  }),
);

/** Guards that count or check before the address itself answers; no addresses of their own. */
export const GUARDS = ['post /:post/:id/comments', 'post /:post/:id/edit'];

/** Every address that Express knows, as "method path". */
export function routesOf({ app }: Community): string[] {
  const { stack } = (app as unknown as { router: { stack: Layer[] } }).router;
  return [...new Set(stack.flatMap(routesIn))];
}

type Layer = {
  route?: { path: string | string[]; stack: { method: string }[] };
  handle: { stack?: Layer[] };
};

const routesIn = ({ route, handle }: Layer): string[] =>
  route
    ? [route.path].flat().flatMap((path) => route.stack.map(({ method }) => `${method} ${path}`))
    : (handle.stack ?? []).flatMap(routesIn);
