import { randomInt } from 'node:crypto';

/** A picture as its address tells it; its size is in pixels. */
export type NamedPicture = { name: string; width: number; height: number };

/** The address of a picture on this site. */
export const picturePath = (name: string) => `/pictures/${name}`;

/** A name that nobody guesses. Letters alone, so that nothing in it looks like a number of anybody's. */
export const newPictureName = ({ width, height }: Omit<NamedPicture, 'name'>) =>
  `${Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}-${String(width)}x${String(height)}.webp`;

/** The picture that an address names, if it is one of ours. */
export function pictureAt(address: string): NamedPicture | undefined {
  const match = ADDRESS.exec(address);
  const [, name, width, height] = match ?? [];
  if (name === undefined) return undefined;
  return { name, width: Number(width), height: Number(height) };
}

/** The names of the pictures that stand in markup of our own renderer, each once. */
export const picturesIn = (markup: string): string[] => [
  ...new Set(
    [...markup.matchAll(/<img src="([^"]*)"/g)].flatMap(([, src = '']) => {
      const picture = pictureAt(src);
      return picture ? [picture.name] : [];
    }),
  ),
];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ADDRESS = /^\/pictures\/([a-z]{26}-([1-9]\d{0,3})x([1-9]\d{0,3})\.webp)$/;
