import type { GuideId } from '../../guides/rows.ts';

/** Where everybody reads a guide. */
export const guidePath = ({ slug }: { slug: string }) => `/guides/${slug}`;

/** Where our team begins one. */
export const NEW_GUIDE = '/staff/guides/new';

/** Where our team looks after it. */
export const guideDeskPath = ({ id }: { id: GuideId }) => `/staff/guides/${String(id)}`;
