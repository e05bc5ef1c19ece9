import { expect } from 'chai';

import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { ROUTES, type Route } from './routes.ts';
import { readSums } from './sums.ts';
import { aWorld, guestOf, realPath, type World } from './world.ts';

/** What is no id, or not one that PostgreSQL's integer holds. */
const IDS = [
  ...['0', '-1', '01', '99999999999', '9'.repeat(400), '1e3', '1.0', '0x1', '%201', '+1', 'abc'],
  ...['%00', '1%00', '%ED%A0%80', '%E0%A4%A', '%D9%A1', '%EF%BC%91', "1'--", 'a%2Fb', '%25'],
  ...['__proto__', 'constructor', '%F0%9F%93%B1', 'x'.repeat(4000)],
];

/** Every name that an address of ours reads from its query, and some that none does. */
const NAMES = [
  ...[
    'through',
    'q',
    'title',
    'topic',
    'next',
    'before',
    'after',
    'sort',
    'tab',
    'month',
    'period',
    'event',
  ],
  ...[
    'account',
    'solved',
    'diff',
    'page',
    'cursor',
    'show',
    'posts',
    'edit',
    'private',
    '__proto__',
    'constructor',
    'toString',
  ],
];

/** Every field that a form of ours has, and some that none has. */
const FIELDS = [
  ...['title', 'body', 'topic', 'reason', 'note', 'version', 'value', 'on', 'as', 'verdict'],
  ...['name', 'email', 'password', 'current_password', 'new_password', 'next', 'bio', 'theme'],
  ...['role', 'level', 'icon', 'description', 'answer', 'text', 'decision', 'direction', 'to'],
  ...['from', 'from_member', 'to_member', 'amount', 'evidence', 'idempotency_key', 'site_name'],
  ...['private', 'key', 'seen', 'was', 'text', 'with', 'question', 'canned', 'id', 'personal'],
  ...['support_number', 'format', 'month', 'line', 'gl_code', 'cost_centre', 'tax_code'],
  'terms',
  ...['fixed', 'used', 'ground', 'kind', 'until', 'because', 'of', 'label', 'warning', 'abusive'],
  ...['__proto__', 'constructor', 'hasOwnProperty'],
];

/** These need no field: what is sent with them and means nothing to them is not read. */
const FIELDLESS = [
  ...['/a/:id/acceptance', '/a/:id/acceptance/withdrawal', '/a/:id/helped', '/sign-out'],
  ...['/a/:id/fixed', '/a/:id/outdated'],
  ...['/staff/audits/:id/claim', '/staff/audits/:id/undo', '/settings/verification'],
  ...['/staff/case-replies/:id/drop', '/staff/bulk/:id/undo', '/steward/resignation'],
  ...['/admin/topics/:slug/archive', '/admin/topics/:slug/restore'],
  '/me/drafts/:id/removal',
  ...['/notifications/read', '/notifications/:id/read'],
  ...['/settings/notifications', '/admin/mails/:id/retry'],
  ...['/me/standing/acknowledgement', '/staff/audits/:id/summary'],
  ...['/staff/canned-notes/:id/drop', '/staff/canned-answers/:id/drop'],
  '/staff/synonyms/:id/drop',
  ...['/staff/word-lists/:id/removal', '/steward/audits/:id/undo'],
];

/** It reads no form and no cookie: its token says all, and the mail programs of others post it. */
const ONE_CLICK = '/n/off/:token';

const all = (names: string[], field: (name: string) => string) => names.map(field).join('&');

describe('Hostile input', function () {
  this.timeout(180_000);
  const community = aCommunity();
  let world: World;
  before(async () => {
    world = await aWorld(community);
  });

  const gets = ROUTES.filter(({ method }) => method === 'get');
  const posts = ROUTES.filter(({ method, path }) => method === 'post' && path !== ONE_CLICK);

  /** Whom an address is for; signing out is left to somebody who is not needed any more. */
  const guest = ({ path, door }: Route) =>
    path === '/sign-out' ? world.people.bystander : guestOf(world, door);
  const everybody = () => [undefined, ...Object.values(world.people)];

  /** Sends something to an address; a complaint where the answer is not as it should be. */
  async function complaintOf(
    { method, path }: Route,
    { from, where, says, body, type = 'form', isRight }: Attempt,
  ): Promise<string[]> {
    const request = community.visit(from)[method](where);
    const { status } = await (body === undefined ? request : request.type(type).send(body));
    const who = from === undefined ? 'visitor' : from.role;
    return isRight(status) ? [] : [`${method} ${path}, ${says}, ${who}: ${String(status)}`];
  }

  const toBody = async (route: Route, says: string, attempt: Partial<Attempt> & { body: string }) =>
    complaintOf(route, {
      ...{ from: guest(route), where: realPath(world, route.path), says, isRight: isRefusal },
      ...attempt,
    });

  it('in the place of an id is refused', async () => {
    const complaints: string[] = [];
    for (const route of ROUTES.filter(({ path }) => path.includes(':'))) {
      for (const id of IDS) {
        const where = route.path.replaceAll(/:\w+/g, id);
        const attempt = { from: guest(route), where, says: id.slice(0, 20), isRight: isRefusal };
        complaints.push(...(await complaintOf(route, attempt)));
      }
    }
    expect(complaints).to.deep.equal([]);
  });

  it('in the place of an id is refused, or asked to sign in, whoever sends it', async () => {
    const complaints: string[] = [];
    for (const route of ROUTES.filter(({ path }) => path.includes(':'))) {
      for (const from of everybody()) {
        const where = route.path.replaceAll(/:\w+/g, '99999999999');
        const attempt = { from, where, says: 'too large', isRight: isRefusalOrSignIn };
        complaints.push(...(await complaintOf(route, attempt)));
      }
    }
    expect(complaints).to.deep.equal([]);
  });

  const queries: [string, string, Judge][] = [
    ['twice', all(NAMES, (name) => `${name}=1&${name}=2`), isNoFailure],
    ['a list', all(NAMES, (name) => `${name}[]=1&${name}[x][y]=2`), isNoFailure],
    ['a number too large', all(NAMES, (name) => `${name}=99999999999999999999`), isNoFailure],
    ['below zero', all(NAMES, (name) => `${name}=-1`), isNoFailure],
    ['a cursor', all(NAMES, (name) => `${name}=2026-01-01.99999999999`), isNoFailure],
    ['a word', all(NAMES, (name) => `${name}=1e3'--\\"%25_`), isNoFailure],
    ['long', all(NAMES, (name) => `${name}=${'x'.repeat(400)}`), isNoFailure],
    ['half a character', 'x=%ED%A0%80', isRefusal],
    ['part of a character', 'x=%E0%A4%A', isRefusal],
    ['a percent sign', all(NAMES, (name) => `${name}=%zz%`), isNoFailure],
    ['NUL', 'x=a%00b', isRefusal],
    ['a name with NUL', 'a%00b=x', isRefusal],
  ];
  for (const [says, query, isRight] of queries) {
    it(`in a query is no failure: ${says}`, async () => {
      const complaints: string[] = [];
      for (const route of gets.filter(({ path }) => !isPlumbing(path))) {
        const where = `${realPath(world, route.path)}?${query}`;
        complaints.push(
          ...(await complaintOf(route, { from: guest(route), where, says, isRight })),
        );
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  const bodies: [string, string, Judge?][] = [
    ['NUL', all(FIELDS, (name) => `${name}=a%00b`)],
    ['NUL in a name', 'a%00b=x'],
    ['half a character', all(FIELDS, (name) => `${name}=%ED%A0%80`)],
    ['part of a character', all(FIELDS, (name) => `${name}=%E0%A4%A`)],
    ['1 MB', `body=${'x'.repeat(1_048_576)}`, is(413)],
    ['300 fields', Array.from({ length: 300 }, (_, nth) => `f${String(nth)}=x`).join('&'), is(413)],
    ['a thousand times the same', 'body=x&'.repeat(1000), is(413)],
  ];
  for (const [says, body, isRight = isRefusal] of bodies) {
    it(`in a form is refused, whoever sends it: ${says}`, async () => {
      const complaints: string[] = [];
      for (const route of posts) {
        complaints.push(...(await toBody(route, says, { body, isRight })));
        complaints.push(...(await toBody(route, says, { body, isRight, from: undefined })));
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  it('is refused in every form to everybody, with a role or without', async () => {
    const complaints: string[] = [];
    for (const route of posts) {
      for (const from of everybody()) {
        complaints.push(...(await toBody(route, 'NUL', { from, body: 'body=%00&title=%00' })));
      }
    }
    expect(complaints).to.deep.equal([]);
  });

  const misfits: [string, string, string?][] = [
    ['nothing', ''],
    ['lists', all(FIELDS, (name) => `${name}[]=x`)],
    ['everything twice', all(FIELDS, (name) => `${name}=first&${name}=second`)],
    ['something deep', all(FIELDS, (name) => `${name}[a][b][c]=x`)],
    ['JSON', JSON.stringify({ title: { $gt: '' }, body: [1], value: 1 }), 'application/json'],
    ['JSON that ends too soon', '{"title":', 'application/json'],
    ['text', 'title=a', 'text/plain'],
    ['parts', '--x\r\n\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
    ['another alphabet', 'title=a', 'application/x-www-form-urlencoded; charset=utf-7'],
  ];
  for (const [says, body, type] of misfits) {
    it(`that is not a form of ours is refused: ${says}`, async () => {
      const complaints: string[] = [];
      for (const route of posts) {
        const isRight = FIELDLESS.includes(route.path) ? isNoFailure : isRefusal;
        const attempt = { body, isRight, ...(type !== undefined && { type }) };
        complaints.push(...(await toBody(route, says, attempt)));
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  it('is what another site’s page sends, and it changes nothing', async () => {
    const before = await readSums(community.owner);
    const body = all(FIELDS, (name) => `${name}=1`);
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];

    const complaints: string[] = [];
    for (const route of posts) {
      for (const headers of foreign) {
        const where = realPath(world, route.path);
        const request = community.visit(guest(route)).post(where).set(headers);
        const { status } = await request.type('form').send(body);
        if (status !== 403) complaints.push(`${where}: ${String(status)}`);
      }
    }
    expect(complaints).to.deep.equal([]);
    expect(await readSums(community.owner)).to.deep.equal(before);
  });
});

type Attempt = {
  from: MemberRow | undefined;
  where: string;
  /** What it is, for the complaint. */
  says: string;
  body?: string;
  type?: string;
  isRight: Judge;
};

type Judge = (status: number) => boolean;

function isRefusal(status: number) {
  return status >= 400 && status < 500;
}

function isRefusalOrSignIn(status: number) {
  return isRefusal(status) || status === 303;
}

function isNoFailure(status: number) {
  return status < 500;
}

function is(expected: number): Judge {
  return (status) => status === expected;
}

/** These come before everything that reads a query, and read none. */
function isPlumbing(path: string) {
  return /^\/(healthz|readyz|robots\.txt|favicon\.ico|assets|\.well-known)/.test(path);
}
