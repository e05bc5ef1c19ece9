import { bytesAt, damaged, type Outline } from './damaged.ts';

/** What the chunks of a PNG say (W3C PNG, third edition, 5.3); APNG counts its own pictures. */
export function outlineOfPng(file: Buffer): Outline {
  const head = bytesAt(file, 8, 25);
  if (head.toString('latin1', 4, 8) !== 'IHDR') throw damaged();
  const outline = { width: head.readUInt32BE(8), height: head.readUInt32BE(12), frames: 1 };
  const extra: Buffer[] = [];
  for (let at = 8; ;) {
    const chunk = bytesAt(file, at, 12);
    const length = chunk.readUInt32BE(0);
    const type = chunk.toString('latin1', 4, 8);
    const content = bytesAt(file, at + 8, length);
    at += 12 + length;
    if (at > file.length) throw damaged();
    if (type === 'acTL') outline.frames = bytesAt(content, 0, 4).readUInt32BE(0);
    if (isAncillary(type)) extra.push(content);
    if (type !== 'IEND') continue;
    return { ...outline, extra, tail: file.subarray(at) };
  }
}

/** A small first letter; the pictures of an animation are written as such too. */
const isAncillary = (type: string) => /^[a-z]/.test(type) && type !== 'fdAT';
