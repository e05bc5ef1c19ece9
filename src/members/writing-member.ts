import { NotAllowed } from '../refusals.ts';
import { actingMember, type Work } from '../work.ts';
import type { MemberRow } from './rows.ts';
import { isSuspended } from './standing.ts';

/** Somebody who may only read, appeal and write to our team alone wanted to do something else. */
export class Suspended extends NotAllowed {
  /** Null for an account that is closed. */
  readonly until: Date | null;

  constructor({ closed_at, suspended_until }: MemberRow) {
    super(
      closed_at === null
        ? 'Your account is suspended, so you can read here and not write.'
        : 'Your account is closed, so you can read here and not write.',
    );
    this.until = closed_at === null ? suspended_until : null;
  }
}

/** The member who acts, if others may see what they do: Suspended where a sanction says not. */
export function writingMember(work: Work): MemberRow {
  const member = actingMember(work);
  if (isSuspended(member, work.at)) throw new Suspended(member);
  return member;
}
