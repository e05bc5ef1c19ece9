import { Invalid } from '../../refusals.ts';

/** What the head of a file says of the picture in it; sides in pixels. */
export type Outline = {
  width: number;
  height: number;
  frames: number;
  /** Notes, profiles and whatever else is not the picture itself. */
  extra: readonly Buffer[];
  /** What stands behind the end of the picture. */
  tail: Buffer;
};

/** Refuses a file that breaks off or is not put together as its kind is. */
export const damaged = () =>
  new Invalid({ picture: 'That file is damaged or breaks off. Save it again, or take another.' });

/** Some bytes of a file; refuses one that ends before. */
export function bytesAt(file: Buffer, start: number, length: number): Buffer {
  if (start < 0 || start + length > file.length) throw damaged();
  return file.subarray(start, start + length);
}
