/** What a file that is uploaded may be at most. */
export const MOST = {
  /** Bytes of the file. */
  bytes: 8 * 1024 * 1024,
  /** Width times height: what a phone's camera takes. */
  pixels: 50_000_000,
  /** Pixels of either side. */
  side: 16_383,
  /** Pictures in an animation, of which the first is kept. */
  frames: 100,
  /** Bytes of what is no picture: profiles, notes about the camera, thumbnails. */
  extra: 2 * 1024 * 1024,
  /** Bytes behind the end of a picture, as some programs leave a few. */
  behind: 64,
} as const;

/** Pixels of the longer side of what is kept. */
export const KEPT_SIDE = 1_600;

/** Hours for which an upload waits to be used. */
export const UNUSED_HOURS = 24;
