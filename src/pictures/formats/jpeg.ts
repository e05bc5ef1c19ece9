import { bytesAt, damaged, type Outline } from './damaged.ts';

/** What the segments of a JPEG say (ITU-T T.81, annex B). */
export function outlineOfJpeg(file: Buffer): Outline {
  const extra: Buffer[] = [];
  let size: Pick<Outline, 'width' | 'height'> | undefined;
  for (let at = 2; ;) {
    if (bytesAt(file, at, 1)[0] !== 0xff) throw damaged();
    const [marker = 0] = bytesAt(file, at + 1, 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      if (!size) throw damaged();
      return { ...size, frames: 1, extra, tail: file.subarray(at + 2) };
    }
    const length = bytesAt(file, at + 2, 2).readUInt16BE(0);
    const content = bytesAt(file, at + 4, Math.max(0, length - 2));
    if (isFrame(marker)) {
      const sides = bytesAt(content, 1, 4);
      size ??= { height: sides.readUInt16BE(0), width: sides.readUInt16BE(2) };
    } else if (isNote(marker)) extra.push(content);
    at += 2 + Math.max(2, length);
    if (marker === SCAN) at = endOfScan(file, at);
  }
}

const END = 0xd9;
const SCAN = 0xda;

/** Start of a frame, but for the tables of Huffman and arithmetic coding among their numbers. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** An application's segment, or a comment. */
const isNote = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** In what is coded, 0xFF is followed by nought or a restart; the next marker ends it. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const [next = 0] = bytesAt(file, at + 1, 1);
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw damaged();
}
