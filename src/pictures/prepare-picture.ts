import sharp from 'sharp';

import { Invalid, Refusal, Unavailable } from '../refusals.ts';
import { checkFile } from './check-file.ts';
import { KEPT_SIDE, MOST } from './terms.ts';

/** A picture as it is kept: WebP without metadata, upright, its sides in pixels. */
export type PreparedPicture = { bytes: Buffer; width: number; height: number };

/** Draws what is uploaded anew. A refusal says what is wrong with a file. */
export type PicturePress = (file: Buffer) => Promise<PreparedPicture>;

type Sizes = { atOnce: number; waiting: number };

/**
 * Draws so many files at the same moment, outside the event loop; so many more wait, and whoever
 * comes when they do is asked to come again (503).
 */
export function createPicturePress({ atOnce, waiting }: Sizes = { atOnce: 2, waiting: 16 }) {
  const turns: (() => void)[] = [];
  let busy = 0;

  const press: PicturePress = async (file) => {
    if (busy >= atOnce) {
      if (turns.length >= waiting) throw new Unavailable(BUSY);
      await new Promise<void>((resolve) => turns.push(resolve));
    } else busy += 1;
    try {
      checkFile(file);
      return await draw(file);
    } finally {
      const next = turns.shift();
      if (next) next();
      else busy -= 1;
    }
  };
  return press;
}

const BUSY = 'Many pictures come in just now. Please try again in a few seconds.';

/**
 * Only the first picture of an animation, no larger than it is shown; EXIF says which way is up, and
 * then goes with all other metadata.
 */
async function draw(file: Buffer): Promise<PreparedPicture> {
  try {
    const { data, info } = await sharp(file, {
      ...{ failOn: 'truncated', limitInputPixels: MOST.pixels, pages: 1, autoOrient: true },
    })
      .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .timeout({ seconds: 10 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Invalid({ picture: 'We can’t read that picture. Save it again, or take another.' });
  }
}
