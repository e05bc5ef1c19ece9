import { createHash } from 'node:crypto';

/** What the database keeps of a link's token: enough to know it again, not to make it. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
