import { expect } from 'chai';

import { proposeAdjustment } from '#src/finance/adjustments/propose-adjustment.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { aCommunity } from '#test/support/community.ts';
import { aFinancePerson, aMember, aModerator, anAdmin } from '#test/support/make.ts';
import { anAdjustment } from '../../finance/adjusting.ts';
import { anAcceptedAnswer } from '../../finance/history.ts';

const PAGES = [
  ...['/finance', '/finance?period=2026-01', '/finance/ledger', '/finance/ledger?q=1'],
  ...['/finance/entries/1', '/finance/entries/t1', '/finance/close', '/finance/close/2026-01'],
  ...['/finance/approvals', '/finance/adjustments', '/finance/adjustments?show=expired'],
  ...['/finance/adjustments/new', '/finance/adjustments/1'],
  ...['/finance/exports', '/finance/exports?month=2026-02', '/finance/exports/1'],
  ...['/finance/gl-mapping', '/finance/entries/1/proof.json'],
  ...['/finance/rules', '/finance/rules/1', '/finance/rules/new', '/finance/rules/budget'],
];
const FILES = [
  ...['ledger', 'journal', 'trial-balance', 'erp', 'roll-forward', 'adjustments'].map(
    (kind) => `/finance/${kind}/2026-01.csv`,
  ),
  ...['hledger', 'beancount', 'xlsx', 'jsonl'].map((as) => `/finance/journal/2026-01.${as}`),
  '/finance/liability/2026-01-31.csv',
].flatMap((address) => [address, `${address}.manifest.json`]);
const WRITES = [
  ...['/finance/periods/2026-01/close', '/finance/periods/2026-01/approval'],
  ...['/finance/adjustments', '/finance/adjustments/1/approval'],
  ...['/finance/exports', '/finance/gl-mapping'],
  ...[
    '/finance/rules',
    '/finance/rules/1/shadow',
    '/finance/rules/1/proposal',
    '/finance/rules/1/approval',
  ],
  ...['/finance/rules/budget', '/finance/rules/budget/1/approval'],
];

/** What a later delivery brings, and what makes no sense. */
const NOT_THERE = [
  '/finance/payouts',
  ...['/finance/liability/2026-02-29.csv', '/finance/liability/2026-01-00.csv'],
  ...['/finance/liability/2026-01.csv', '/finance/exports/999', '/finance/exports/x'],
  ...['/finance/rules/999', '/finance/rules/x', '/finance/rules/1/shadow.csv'],
  ...['/finance/ledger/2026-13.csv', '/finance/ledger/0000-01.csv', '/finance/close/x'],
  ...['/finance/entries/0', '/finance/entries/99999999999999999999', '/finance/entries/t'],
  ...['/finance/entries/999/proof.json', '/finance/entries/t1/proof.json'],
  ...['/finance/entries/999', '/finance?period=2026-00', '/finance/ledger?after=x'],
];

describe('The addresses of finance', () => {
  const community = aCommunity();
  let people: Record<'member' | 'moderator' | 'admin' | 'finance', MemberRow>;

  before(async () => {
    const { owner } = community;
    people = {
      member: await aMember(owner),
      moderator: await aModerator(owner),
      admin: await anAdmin(owner),
      finance: await aFinancePerson(owner),
    };
    await anAcceptedAnswer(community, { author: people.member });
    await sealTransfers(owner);
    await community.perform(people.finance, (work) =>
      proposeAdjustment(work, anAdjustment(people.member)),
    );
    await community
      .visit(people.finance)
      .post('/finance/exports')
      .type('form')
      .send({
        ...{ month: '2026-01', format: 'csv' },
      });
  });

  it('are there for finance', async () => {
    for (const address of [...PAGES, ...FILES]) {
      const { status } = await community.visit(people.finance).get(address);
      expect(status, address).to.equal(200);
    }
  });

  it('do not exist for members, moderators and admins', async () => {
    for (const role of ['member', 'moderator', 'admin'] as const) {
      for (const address of [...PAGES, ...FILES]) {
        const { status } = await community.visit(people[role]).get(address);
        expect(status, `${role} ${address}`).to.equal(404);
      }
      for (const address of WRITES) {
        const { status } = await community.visit(people[role]).post(address);
        expect(status, `${role} ${address}`).to.equal(404);
      }
    }
  });

  it('ask whoever is signed out to sign in', async () => {
    for (const address of [...PAGES, ...FILES]) {
      const { status, headers } = await community.visit().get(address);
      expect(status, address).to.equal(303);
      expect(headers.location).to.match(/^\/sign-in\?next=/);
    }
    for (const address of WRITES) {
      expect((await community.visit().post(address)).status, address).to.equal(401);
    }
  });

  it('are not found where there is nothing', async () => {
    for (const address of NOT_THERE) {
      const { status } = await community.visit(people.finance).get(address);
      expect(status, address).to.equal(404);
    }
  });

  it('take no decision but the two there are', async () => {
    const browser = community.visit(people.finance);

    const answer = await browser.post('/finance/periods/2026-01/approval').send('decision=maybe');

    expect(answer.status).to.equal(422);
  });
});
