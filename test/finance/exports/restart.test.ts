import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

import { expect } from 'chai';

import { connect } from '#src/db/connect.ts';
import type { Manifest } from '#src/finance/exports/manifest.ts';
import { FORMATS, type Format } from '#src/finance/exports/formats.ts';
import type { Month } from '#src/ledger/dates.ts';
import { sealTransfers } from '#src/ledger/seal.ts';
import { root } from '#src/root.ts';
import { aDomain } from '#test/support/domain.ts';
import { giveCredit, someone } from '../../ledger/orders.ts';
import { aYear } from '../year.ts';
import { readExport } from './read-export.ts';

const OCTOBER = '2026-10' as Month;
const ALL = Object.keys(FORMATS) as Format[];
const run = promisify(execFile);

describe('A closed month', function () {
  this.timeout(120_000);
  const domain = aDomain();
  let first: Map<Format, Manifest>;

  const manifests = async (db = domain.db) => {
    const all = ALL.map(async (format): Promise<[Format, Manifest]> => {
      return [format, (await readExport(db, OCTOBER, format)).manifest];
    });
    return new Map(await Promise.all(all));
  };

  before(async () => {
    await aYear(domain);
    first = await manifests();
  });

  it('says in its manifest that it is closed, and under which root', async () => {
    const { rows } = await domain.db.raw<{ rows: [{ root: string; size: bigint }] }>(
      `select encode(root, 'hex') as root, tree_size as size from ledger_checkpoints
        where why = 'close:2026-10'`,
    );

    for (const [format, manifest] of first) {
      expect(manifest, format).to.include({ state: 'closed', currency: 'GBP' });
      expect(manifest, format).to.include({
        ...{ root: rows[0].root, tree_size: Number(rows[0].size) },
      });
    }
  });

  it('is the same bytes after more was booked into the next months', async () => {
    domain.itIsNow('2026-12-20T10:00:00Z');
    for (let count = 0; count < 3; count += 1) await giveCredit(domain, someone());
    await sealTransfers(domain.db);

    expect(await manifests()).to.deep.equal(first);
  });

  it('is the same bytes over other connections', async () => {
    const db = connect(domain.appUrl);

    expect(await manifests(db).finally(() => db.destroy())).to.deep.equal(first);
  });

  it('is the same bytes from the shell of a machine in another time zone', async () => {
    for (const format of ['csv', 'xlsx', 'hledger'] as const) {
      const file = await shell(domain.ownerUrl, ['--format', format]);
      const manifest = await shell(domain.ownerUrl, ['--format', format, '--manifest']);

      const sha256 = createHash('sha256').update(file).digest('hex');
      expect(sha256, format).to.equal(first.get(format)!.sha256);
      expect(JSON.parse(manifest.toString())).to.deep.equal(first.get(format));
    }
  });
});

async function shell(databaseUrl: string, options: string[]): Promise<Buffer> {
  const args = ['--import', 'tsx', 'src/cli/ledger.ts', 'export', '--month', OCTOBER, ...options];
  const env = { ...process.env, DATABASE_URL: databaseUrl, TZ: 'Pacific/Auckland', SITE_URL: '' };
  const { stdout } = await run(process.execPath, args, {
    ...{ cwd: root, env, encoding: 'buffer', maxBuffer: 64_000_000 },
  });
  return stdout;
}
