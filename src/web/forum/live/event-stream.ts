import type { Response } from 'express';

/*
 * Server-sent events, as the HTML standard has them. `no-transform` keeps our own compression, and
 * whatever stands between us and the reader, from gathering lines before they pass them on.
 */

/** Says what follows, at once. */
export function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    'X-Robots-Tag': 'noindex',
  });
  res.flushHeaders();
}

/** One event whose data are one line. */
export const say = (line: string): string => `data: ${line}\n\n`;

/** Sends an event; a reader who does not take what waits for them is let go. */
export function send(res: Response, line: string): void {
  if (res.writableLength > MOST_WAITING) res.destroy();
  else res.write(say(line));
}

/** A sign of life, which keeps what stands between us and the reader from closing the line. */
export function beat(res: Response): void {
  if (res.writableLength > MOST_WAITING) res.destroy();
  else res.write(':\n\n');
}

/** Ends a stream, with a last word for the page if there is one. */
export function end(res: Response, event?: 'gone'): void {
  res.end(event && `event: ${event}\ndata:\n\n`);
}

/** Bytes. */
const MOST_WAITING = 64 * 1024;
