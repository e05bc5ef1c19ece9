import type { Request } from 'express';

/** Whether somebody looks: no HEAD, and no browser that only fetches what might be looked at. */
export const isVisit = (req: Request): boolean => req.method === 'GET' && !req.get('sec-purpose');
