import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { Router, type Request, type Response } from 'express';

import { root } from '../root.ts';
import { squeezeCss } from './look/squeeze-css.ts';
import { BRAND_HUE, resolveTokens, tokensCss } from './look/tokens.ts';

/** What is in `public`, ready to be sent, each file under an address that names its content. */
export type Assets = {
  /** The address of a file, such as `app.css`; throws where there is no such file. */
  url: (name: string) => string;
  find: (url: string) => Asset | undefined;
};

export type Asset = { type: string; etag: string; bodies: Packed };

/** The smallest first. */
type Packed = ReadonlyMap<Encoding, Buffer>;
type Encoding = 'br' | 'gzip' | 'identity';

/** Reads `public` once: the stylesheet and the icon in the operator's hue, and all packed. */
export function readAssets(brandHue = BRAND_HUE): Assets {
  const urls = new Map<string, string>();
  const assets = new Map<string, Asset>();
  const url = (name: string) => {
    const known = urls.get(name);
    if (!known) throw new Error(`There is no ${name} in public`);
    return known;
  };
  for (const name of namesInPublic()) {
    const body = prepare(name, readFileSync(join(root, 'public', name)), brandHue, url);
    urls.set(name, fingerprinted(name, body));
    assets.set(url(name), pack(name, body));
  }
  return { url, find: (address) => assets.get(address) };
}

/** Serves them for ever, packed as the reader likes best; an older address is not found. */
export function assetRouter(assets: Assets): Router {
  const router = Router();
  router.get('/favicon.ico', (req, res) => {
    const icon = assets.find(assets.url('favicon.svg'));
    if (icon) send(req, res, icon, 'public, max-age=86400');
  });
  router.get('/assets/*path', (req, res, next) => {
    const asset = assets.find(req.path);
    if (asset) send(req, res, asset, 'public, max-age=31536000, immutable');
    else next();
  });
  return router;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Stylesheets come last, because they name the others. */
function namesInPublic(): string[] {
  return readdirSync(join(root, 'public'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => extname(name) in TYPES)
    .sort((a, b) => Number(a.endsWith('.css')) - Number(b.endsWith('.css')));
}

function prepare(name: string, body: Buffer, brandHue: number, url: (name: string) => string) {
  if (name === 'favicon.svg') return Buffer.from(inHue(body.toString('utf8'), brandHue));
  if (!name.endsWith('.css')) return body;
  const css = body.toString('utf8').replace('/*TOKENS*/', tokensCss(brandHue));
  return Buffer.from(
    squeezeCss(css).replaceAll(/url\("([^":]+)"\)/g, (_, file: string) => `url("${url(file)}")`),
  );
}

const inHue = (svg: string, brandHue: number) =>
  svg.replaceAll(resolveTokens().logo[0], resolveTokens(brandHue).logo[0]);

function fingerprinted(name: string, body: Buffer): string {
  const extension = extname(name);
  const stem = name.slice(0, -extension.length);
  return `/assets/${stem}.${sha256(body).slice(0, 8)}${extension}`;
}

function pack(name: string, body: Buffer): Asset {
  const packed: [Encoding, Buffer][] = [
    ['br', brotliCompressSync(body)],
    ['gzip', gzipSync(body, { level: 9 })],
  ];
  const smaller = packed.filter(([, bytes]) => bytes.length < body.length * 0.95);
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    etag: sha256(body).slice(0, 16),
    bodies: new Map([...smaller, ['identity', body]]),
  };
}

function send(req: Request, res: Response, { type, etag, bodies }: Asset, caching: string): void {
  const encoding = [...bodies.keys()].find((name) => req.acceptsEncodings(name)) ?? 'identity';
  res.set({
    'Cache-Control': caching,
    'Content-Type': type,
    ETag: `"${etag}-${encoding}"`,
    Vary: 'Accept-Encoding',
    'X-Content-Type-Options': 'nosniff',
  });
  if (encoding !== 'identity') res.set('Content-Encoding', encoding);
  res.send(bodies.get(encoding));
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
