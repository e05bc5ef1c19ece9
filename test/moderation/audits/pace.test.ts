import { expect } from 'chai';

import { secondsPerDecision } from '#src/moderation/audits/pace.ts';

const START = new Date('2026-01-15T12:00:00Z').getTime();

/** The instants after these pauses, in seconds. */
function after(pauses: readonly number[]): Date[] {
  let at = START;
  return [new Date(at), ...pauses.map((pause) => new Date((at += pause * 1000)))];
}

describe('The seconds for a decision', () => {
  it('are the median of the pauses between them', () => {
    expect(secondsPerDecision(after([10, 10, 10, 10, 10, 20, 30, 30, 30, 30, 30]))).to.equal(20);
    expect(secondsPerDecision(after([10, 10, 10, 10, 10, 20, 20, 20, 20, 20]))).to.equal(15);
  });

  it('are the same in any order', () => {
    const instants = after([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);

    expect(secondsPerDecision(instants.toReversed())).to.equal(10);
  });

  it('leave out breaks, and what was decided at once', () => {
    const pauses = [12, 12, 0, 0.2, 12, 12, 12, 301, 86_400, 12, 12, 12, 12, 12];

    expect(secondsPerDecision(after(pauses))).to.equal(12);
  });

  it('are not known of fewer than ten pauses', () => {
    expect(secondsPerDecision([])).to.equal(undefined);
    expect(secondsPerDecision(after([9, 9, 9, 9, 9, 9, 9, 9, 9]))).to.equal(undefined);
    expect(secondsPerDecision(after([9, 9, 9, 9, 9, 9, 9, 9, 9, 9]))).to.equal(9);
  });
});
