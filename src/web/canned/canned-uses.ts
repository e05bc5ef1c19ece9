import { SOLVED_WITHIN_DAYS } from '../../canned/count-solved.ts';
import type { CannedUse } from '../../canned/uses.ts';
import type { Here } from '../nav.ts';

type Shown = { path: string; tab: string; title: string; lede: string; here: Here };

const DAYS = String(SOLVED_WITHIN_DAYS);

/** Where the texts of each use are kept, and what their page says. */
export const CANNED: Record<CannedUse, Shown> = {
  'audit-note': {
    ...{ path: '/staff/canned-notes', tab: 'Notes', title: 'Canned notes', here: 'audits' },
    lede: 'Notes to authors. Choose one at the desk and leave the note empty.',
  },
  'private-reply': {
    ...{ path: '/staff/case-replies', tab: 'Private replies', title: 'Canned replies' },
    here: 'cases',
    lede: `For private cases. One is solved if its case closes within ${DAYS} days and stays closed.`,
  },
  'public-answer': {
    ...{ path: '/staff/canned-answers', tab: 'Public answers', title: 'Canned answers' },
    here: 'audits',
    lede: `For what everybody reads. One is solved if the answer is accepted within ${DAYS} days.`,
  },
};
