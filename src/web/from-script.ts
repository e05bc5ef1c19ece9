import type { Request } from 'express';

/** Whether a script of ours asks, which shows the answer itself and needs no page. */
export const isFromScript = (req: Request): boolean => req.get('accept') === 'application/json';
