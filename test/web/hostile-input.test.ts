import { expect } from 'chai';
import request from 'supertest';

import { aCommunity } from '#test/support/community.ts';
import { aMember, anAdmin } from '#test/support/make.ts';

const FORMS = [
  '/sign-in',
  '/join',
  '/reset',
  '/settings',
  '/settings/appearance',
  '/settings/password',
  '/settings/email',
];
const ADMIN_FORMS = [
  '/admin/members/1/role',
  '/admin/members/1/level',
  '/admin/topics',
  '/admin/texts/guidelines',
  '/admin/texts/guidelines/preview',
  '/admin/settings',
];
const FIELDS = ['name', 'email', 'password', 'bio', 'title', 'body', 'reason', 'role', 'next'];

const BODIES = {
  'nothing at all': '',
  'fields of no text': FIELDS.map((field) => `${field}=`).join('&'),
  'NUL in every field': FIELDS.map((field) => `${field}=a%00b`).join('&'),
  'half a character': FIELDS.map((field) => `${field}=%ED%A0%80`).join('&'),
  'every field twice': FIELDS.map((field) => `${field}=a&${field}=b`).join('&'),
  'nested fields': FIELDS.map((field) => `${field}[a][b]=c`).join('&'),
  'broken percents': FIELDS.map((field) => `${field}=%zz%`).join('&'),
  'the prototype': '__proto__[role]=admin&constructor=1&toString=1&hasOwnProperty=1',
  'long fields': FIELDS.map((field) => `${field}=${'x'.repeat(20_000)}`).join('&'),
  'a thousand fields': Array.from({ length: 1_000 }, (_, index) => `f${String(index)}=1`).join('&'),
};

describe('hostile input', () => {
  const community = aCommunity();

  it('in a form is answered with 4xx, and never 5xx', async () => {
    const browsers = [
      [FORMS, community.visit()],
      [FORMS, community.visit(await aMember(community.owner))],
      [ADMIN_FORMS, community.visit(await anAdmin(community.owner))],
    ] as const;

    for (const [forms, browser] of browsers) {
      for (const [what, body] of Object.entries(BODIES)) {
        for (const form of forms) {
          const { status } = await browser.post(form).type('form').send(body);
          expect(status, `${what} at ${form}`).to.be.within(303, 499);
        }
      }
    }
  }).timeout(120_000);

  it('of other kinds is not read at all', async () => {
    const browser = community.visit(await aMember(community.owner));
    const json = await browser.post('/settings').send({ bio: ['x'] });
    const broken = await browser.post('/settings').type('application/json').send('{"bio":');
    const charset = await browser
      .post('/settings')
      .type('application/x-www-form-urlencoded; charset=utf-7')
      .send('bio=x');

    expect([json.status, broken.status]).to.not.include(500);
    expect(charset.status).to.equal(415);
  });

  it('of a megabyte is refused with 413', async () => {
    const answer = await community
      .visit()
      .post('/join')
      .type('form')
      .send(`name=${'x'.repeat(1_048_576)}`);

    expect(answer.status).to.equal(413);
    expect(answer.text).to.include('That’s too much');
  });

  it('in an address is not found, or not understood', async () => {
    const browser = community.visit(await anAdmin(community.owner));
    const addresses = {
      '/reset/%00': 404,
      '/verify/a%00b': 404,
      '/guidelines%00': 404,
      '/admin/members/99999999999': 404,
      '/admin/members/1e3': 404,
      '/admin/members/-1': 404,
      '/admin/members/01': 404,
      '/admin/members/2147483648': 404,
      '/admin/members?after=1e3': 404,
      '/admin/topics/%E0%A4%A': 400,
      '/%zz': 400,
      '/%ED%A0%80': 400,
      '/sign-in?next=a%00b': 422,
      '/admin/members?q=%00': 422,
      '/admin/members?q=a&q=b': 200,
      '/admin/members?q[]=a&q[x]=b': 200,
      '/admin/members?q=%25%5F%27%5C': 200,
      '/sign-in?next=//evil.example&next=/': 303,
      '/.env': 404,
      '//evil.example/': 404,
    };

    for (const [address, status] of Object.entries(addresses)) {
      expect((await browser.get(address)).status, address).to.equal(status);
    }
  });

  it('by other methods is answered with 405', async () => {
    for (const method of ['put', 'patch', 'delete', 'options', 'trace'] as const) {
      const answer = await request(community.app)[method]('/settings');
      expect(answer.status, method).to.equal(405);
      expect(answer.headers.allow).to.equal('GET, HEAD, POST');
    }
    const post = await community.visit().post('/guidelines');
    expect(post.status).to.equal(404);
  });
});
