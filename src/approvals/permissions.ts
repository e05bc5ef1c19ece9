import type { MemberRow } from '../members/rows.ts';
import type { ProposalRow } from './rows.ts';

type Actor = Pick<MemberRow, 'id' | 'role'>;

/** What moves money by hand, or changes what moves it, is proposed by finance alone. */
export const mayPropose = ({ role }: Pick<MemberRow, 'role'>) => role === 'finance';

/** The maker of a proposal is never its checker. */
export const mayCheck = (actor: Actor, { made_by }: Pick<ProposalRow, 'made_by'>) =>
  mayPropose(actor) && actor.id !== made_by;
