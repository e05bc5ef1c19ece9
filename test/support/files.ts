import { crc32, deflateSync } from 'node:zlib';

import sharp from 'sharp';

type Size = { width?: number; height?: number };

const plain = ({ width = 40, height = 30 }: Size = {}) =>
  sharp({ create: { width, height, channels: 3, background: '#0a6' } });

/** A picture of one colour. */
export const aPng = (size?: Size): Promise<Buffer> => plain(size).png().toBuffer();
export const aJpeg = (size?: Size): Promise<Buffer> => plain(size).jpeg().toBuffer();
export const aWebp = (size?: Size): Promise<Buffer> => plain(size).webp().toBuffer();

/** What a phone takes, held upright: it lies on its side and says so, and where it was taken. */
export const aPhonePicture = (): Promise<Buffer> =>
  plain({ width: 40, height: 30 })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Hidden-Maker', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

/** An animation, made by hand: so many pictures of one pixel. */
export function aGif(frames = 1): Buffer {
  const head = Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\0\0\0\xff\xff\xff', 'latin1');
  const frame = Buffer.from('2c000000000100010000020244 0100'.replace(' ', ''), 'hex');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')]);
}

/** A part of a PNG, with its sum. */
export function aChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG with more parts right behind its head. */
export function withChunks(png: Buffer, ...chunks: Buffer[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** A few bytes that would be as many pixels as that. */
export function aBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const nothing = deflateSync(Buffer.alloc(1_000_000));
  const chunks = [aChunk('IHDR', head), aChunk('IDAT', nothing), aChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}
