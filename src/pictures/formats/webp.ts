import { bytesAt, damaged, type Outline } from './damaged.ts';

type Size = Pick<Outline, 'width' | 'height'>;

/** What the chunks of a WebP say (RFC 9649, section 2). */
export function outlineOfWebp(file: Buffer): Outline {
  const end = bytesAt(file, 0, 12).readUInt32LE(4) + 8;
  if (end > file.length) throw damaged();
  const extra: Buffer[] = [];
  let size: Size | undefined;
  let frames = 0;
  for (let at = 12; at + 8 <= end;) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const content = bytesAt(file, at + 8, length);
    size ??= sizeIn(type, content);
    if (type === 'ANMF') frames += 1;
    if (!PICTURES.includes(type)) extra.push(content);
    at += 8 + length + (length % 2);
  }
  if (!size) throw damaged();
  return { ...size, frames: Math.max(1, frames), extra, tail: file.subarray(end) };
}

const PICTURES = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANMF', 'ANIM'];

/** The canvas where there is one, else the only picture. */
function sizeIn(type: string, content: Buffer): Size | undefined {
  if (type === 'VP8X') {
    const canvas = bytesAt(content, 4, 6);
    return { width: canvas.readUIntLE(0, 3) + 1, height: canvas.readUIntLE(3, 3) + 1 };
  }
  if (type === 'VP8 ') {
    const frame = bytesAt(content, 6, 4);
    return { width: frame.readUInt16LE(0) & 0x3fff, height: frame.readUInt16LE(2) & 0x3fff };
  }
  if (type !== 'VP8L') return undefined;
  const bits = bytesAt(content, 1, 4).readUInt32LE(0);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
