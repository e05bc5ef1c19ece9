import { bytesAt, damaged, type Outline } from './damaged.ts';

/** What the blocks of a GIF say (GIF89a specification, 17 to 27). */
export function outlineOfGif(file: Buffer): Outline {
  const head = bytesAt(file, 0, 13);
  const size = { width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  const extra: Buffer[] = [];
  let frames = 0;
  for (let at = 13 + tableLength(head[10] ?? 0); ;) {
    const [kind] = bytesAt(file, at, 1);
    if (kind === END) return { ...size, frames, extra, tail: file.subarray(at + 1) };
    if (kind === PICTURE) {
      frames += 1;
      const packed = bytesAt(file, at + 9, 1)[0] ?? 0;
      at = endOfBlocks(file, at + 11 + tableLength(packed));
    } else if (kind === EXTENSION) {
      const end = endOfBlocks(file, at + 2);
      extra.push(file.subarray(at, end));
      at = end;
    } else throw damaged();
  }
}

const END = 0x3b;
const PICTURE = 0x2c;
const EXTENSION = 0x21;

/** Bytes of a table of colours, if there is one. */
const tableLength = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/** Blocks of up to 255 bytes follow each other until an empty one. */
function endOfBlocks(file: Buffer, start: number): number {
  let at = start;
  for (;;) {
    const [length = 0] = bytesAt(file, at, 1);
    at += 1 + length;
    if (length === 0) return at;
  }
}
