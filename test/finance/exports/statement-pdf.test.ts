import { createHash } from 'node:crypto';

import { expect } from 'chai';

import { statementPdf } from '#src/finance/exports/statement-pdf.ts';
import type { Statement, StatementLine } from '#src/finance/statement/statement.ts';
import type { AnswerId, QuestionId } from '#src/forum/rows.ts';
import type { Month } from '#src/ledger/dates.ts';

const HEAD = { siteName: 'Goodline', name: 'Tess', monthTitle: 'May 2026', currency: 'GBP' };

const aLine = (number: number, title: string): StatementLine => ({
  ...{ title: 'Checked', reason: 'It passed our check', state: 'in-balance', seq: BigInt(number) },
  ...{ at: new Date('2026-05-20T12:00:00Z'), date: '2026-05-20', rules: null, receipt: 'x' },
  change: { checking: -50n, balance: 50n },
  after: { checking: 0n, balance: BigInt(number) * 50n },
  about: { question_id: 1 as QuestionId, slug: 'x', answer_id: 1 as AnswerId, title },
});

const aStatement = (titles: string[]): Statement => ({
  month: '2026-05' as Month,
  opening: { checking: 0n, balance: 1n },
  lines: titles.map((title, index) => aLine(index + 1, title)),
  closing: { checking: 0n, balance: BigInt(titles.length) * 50n },
});

const draw = async (...titles: string[]) =>
  Buffer.from(await statementPdf(aStatement(titles), HEAD)).toString('latin1');

describe('A member’s statement as PDF', () => {
  it('says what the statement says', async () => {
    const text = textOf(await draw('eSIM stuck on “activating” – why?'));

    expect(text).to.include('Goodline statement, May 2026').and.include('For Tess.');
    expect(text).to.include('Opening balance 0.01, with 0.00 being checked.');
    expect(text).to.include('2026-05-20').and.include('In your balance').and.include('+0.50');
    expect(text).to.include('eSIM stuck on “activating” – why?');
    expect(text).to.include('It passed our check').and.include('Closing balance 0.50');
  });

  it('has a language, a title, tags and headings of columns for whoever listens', async () => {
    const pdf = await draw('eSIM');

    expect(pdf).to.include('/Lang (en-GB)').and.include('/DisplayDocTitle true');
    expect(pdf).to.include('(Goodline statement, May 2026)\nendobj');
    expect(pdf).to.include('/Marked true').and.include('/StructTreeRoot');
    expect(pdf.match(/\/S \/H1\b/g)).to.have.length(1);
    expect(pdf.match(/\/S \/TH\b/g)).to.have.length(6);
    expect(pdf.match(/\/Scope \/Column\b/g)).to.have.length(6);
    expect(pdf.match(/\/S \/TR\b/g)).to.have.length(2);
  });

  it('goes on over pages under the same headings, which are read out once', async () => {
    const titles = Array.from({ length: 60 }, (_, index) => `Question number ${String(index)}`);

    const pdf = await draw(...titles);

    const pages = pdf.match(/\/Type \/Page\b/g)!.length;
    expect(pages).to.be.above(2);
    expect(textOf(pdf).split('What for')).to.have.length(pages + 1);
    expect(pdf.match(/\/S \/TH\b/g)).to.have.length(6);
    expect(textOf(pdf)).to.include(`page ${String(pages)} of ${String(pages)}`);
    for (const title of titles) expect(textOf(pdf)).to.include(title);
  });

  it('keeps every letter for whoever listens, even those that it cannot show', async () => {
    const title = 'Why \u{1f4f1} Киев? \u202eevil';

    const pdf = await draw(title);

    expect(textOf(pdf)).to.include('Why ? ????? evil');
    const kept = Buffer.from(title, 'utf16le').swap16().toString('latin1');
    expect(pdf)
      .to.match(/\/ActualText \(þÿ/)
      .and.include(kept);
  });

  it('is the same bytes on any day and in any time zone', async () => {
    const zone = process.env['TZ'];
    const digests = [];
    for (const TZ of ['UTC', 'America/New_York', 'Asia/Tokyo']) {
      process.env['TZ'] = TZ;
      digests.push(
        createHash('sha256')
          .update(await draw('eSIM', 'No signal'))
          .digest('hex'),
      );
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;

    expect(new Set(digests)).to.have.length(1);
  });
});

/** What is shown, in the order it is drawn; Windows-1252, in hexadecimal, with kerning between. */
function textOf(pdf: string): string {
  const shown = [...pdf.matchAll(/\[((?:<[0-9a-f]*> ?-?[\d.]* ?)+)\] TJ/g)].map(
    ([, inside = '']) => {
      const hex = [...inside.matchAll(/<([0-9a-f]*)>/g)].map(([, digits = '']) => digits).join('');
      return Buffer.from(hex, 'hex').toString('latin1');
    },
  );
  const signs: Record<string, string> = { '\x93': '“', '\x94': '”', '\x96': '–' };
  return shown
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\x93\x94\x96]/g, (sign) => signs[sign]!);
}
