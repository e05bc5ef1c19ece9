import { Invalid, TooLarge } from '../refusals.ts';
import { damaged, type Outline } from './formats/damaged.ts';
import { outlineOfGif } from './formats/gif.ts';
import { outlineOfJpeg } from './formats/jpeg.ts';
import { outlineOfPng } from './formats/png.ts';
import { outlineOfWebp } from './formats/webp.ts';
import { MOST } from './terms.ts';

/**
 * Refuses whatever is not plainly one picture of a kind and size that we take. It goes by the bytes,
 * never by the name, and nothing of the picture itself is decoded.
 */
export function checkFile(file: Buffer): void {
  if (file.length > MOST.bytes) throw tooLong();
  const format = formatOf(file);
  const { width, height, frames, extra, tail } = OUTLINES[format](file);
  if (width < 1 || height < 1 || frames < 1) throw damaged();
  if (width * height > MOST.pixels || Math.max(width, height) > MOST.side) {
    throw refuse(
      `That picture has ${sides(width, height)} pixels, which is more than we can take.`,
    );
  }
  if (frames > MOST.frames) {
    throw refuse(`That animation has ${number.format(frames)} pictures. Take one with fewer.`);
  }
  if (extra.reduce((sum, { length }) => sum + length, 0) > MOST.extra) throw refuse(LOADED);
  // Phones put films and second pictures behind a JPEG; drawn anew, it comes without them.
  if (format !== 'jpeg' && tail.length > MOST.behind) throw refuse(TWO_THINGS);
  if ([...extra, tail].some(isSomethingElse)) throw refuse(TWO_THINGS);
}

/** What somebody hears whose file is longer than we take. */
export const tooLong = () =>
  new TooLarge(`A picture can have ${String(MOST.bytes / 2 ** 20)} MB. Make that one smaller.`);

const OUTLINES: Record<'png' | 'jpeg' | 'gif' | 'webp', (file: Buffer) => Outline> = {
  png: outlineOfPng,
  jpeg: outlineOfJpeg,
  gif: outlineOfGif,
  webp: outlineOfWebp,
};

function formatOf(file: Buffer): keyof typeof OUTLINES {
  const has = (bytes: string, at = 0) => file.toString('latin1', at, at + bytes.length) === bytes;
  if (has('\x89PNG\r\n\x1A\n')) return 'png';
  if (has('\xFF\xD8\xFF')) return 'jpeg';
  if (has('GIF87a') || has('GIF89a')) return 'gif';
  if (has('RIFF') && has('WEBP', 8)) return 'webp';
  if (file.length === 0) throw refuse('That file is empty.');
  throw refuse(has('ftyphei', 4) ? HEIC : NO_PICTURE);
}

const refuse = (picture: string) => new Invalid({ picture });

const NO_PICTURE =
  'That’s no picture we can take, whatever its name says. A jpeg, png, webp or gif is fine.';
const HEIC = 'That picture is a HEIC. Save it as a jpeg, or take a screenshot of it.';
const LOADED = 'That file carries much that is no picture. Save it again without, or take another.';
const TWO_THINGS =
  'That file is a picture and something else in one. Save the picture again by itself.';

const number = new Intl.NumberFormat('en-GB');
const sides = (width: number, height: number) =>
  `${number.format(width)} × ${number.format(height)}`;

/** A page, a program, a document or an archive, as files that are two things at once hide one. */
const isSomethingElse = (bytes: Buffer) => {
  const text = bytes.toString('latin1');
  return /<(?:script|html|!doctype|\?php)\b|%PDF-/i.test(text) || text.startsWith('PK\x03\x04');
};
