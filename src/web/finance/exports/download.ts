import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Request, Response } from 'express';

import type { Export } from '../../../finance/exports/export.ts';
import type { FileManifest } from '../../../finance/exports/manifest.ts';
import type { Proof } from '../../../ledger/proof.ts';

/**
 * Sends a file with its digest, or 304 to whoever has the same bytes. It goes out as it is: a
 * proxy or a compression that changed the bytes would make the digest a lie.
 */
export async function sendFile(
  req: Request,
  res: Response,
  { mediaType, manifest, read }: Export<FileManifest>,
): Promise<void> {
  const { file, bytes, sha256 } = manifest;
  res.set({
    'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': `attachment; filename="${file}"`,
    'Content-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'Cache-Control': 'private, no-cache, no-transform',
    ETag: `"${sha256}"`,
  });
  if (req.fresh) {
    res.removeHeader('Content-Digest');
    res.status(304).end();
    return;
  }
  res.set('Content-Length', String(bytes));
  if (req.method === 'HEAD') res.end();
  else await pipeline(Readable.from(read()), res).catch(unlessGone);
}

/** Sends what a file must add up to. */
export function sendManifest(res: Response, { manifest }: Export<FileManifest>): void {
  res.set('Cache-Control', 'private, no-cache').json(manifest);
}

/** Sends what somebody needs to check that an entry is in the ledger. */
export function sendProof(res: Response, proof: Proof): void {
  res.set('Cache-Control', 'private, no-cache');
  res.attachment(`entry-${String(proof.entry)}.proof.json`).type('json');
  res.send(`${JSON.stringify(proof, null, 2)}\n`);
}

/** Whoever stops a download has what they wanted. */
function unlessGone(error: unknown): void {
  const isGone =
    error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (!isGone) throw error;
}
