import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';

import { median } from './rounds.ts';

/** What this machine does at this moment, for reading absolute times: without it they say nothing. */
export type Calibration = {
  /** Milliseconds to hash 64 MB by SHA-256 on one core. */
  hash64MbMs: number;
  /** Milliseconds to write 8 kB and have it on disk, the median of 50. */
  syncedWriteMs: number;
};

export async function calibrate(folder: string): Promise<Calibration> {
  return { hash64MbMs: hashing(), syncedWriteMs: await syncing(join(folder, 'calibration')) };
}

export const describeMachine = () => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()} ${arch()}`,
  node: process.version,
});

function hashing(): number {
  const megabyte = Buffer.alloc(2 ** 20, 'goodline');
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const hash = createHash('sha256');
    for (let count = 0; count < 64; count += 1) hash.update(megabyte);
    hash.digest();
    return performance.now() - start;
  });
  return rounded(median(times));
}

async function syncing(path: string): Promise<number> {
  const page = Buffer.alloc(8192, 1);
  const file = await open(path, 'w');
  const times: number[] = [];
  for (let count = 0; count < 50; count += 1) {
    const start = performance.now();
    await file.write(page, 0, page.length, count * page.length);
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  await rm(path);
  return rounded(median(times));
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;
