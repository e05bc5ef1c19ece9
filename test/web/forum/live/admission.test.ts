import { expect } from 'chai';

import { TooMany, Unavailable } from '#src/refusals.ts';
import { createAdmission } from '#src/web/forum/live/admission.ts';

describe('Letting streams in', () => {
  it('stops at as many as one address may have, until one of them leaves', () => {
    const enter = createAdmission({ all: 10, perAddress: 2 });
    const leave = enter('a');
    enter('a');

    expect(() => enter('a')).to.throw(TooMany);
    enter('b');
    leave();
    enter('a');
    expect(() => enter('a')).to.throw(TooMany);
  });

  it('stops at as many as a process keeps open, whoever they are', () => {
    const enter = createAdmission({ all: 2, perAddress: 2 });
    const leave = enter('a');
    enter('b');

    expect(() => enter('c')).to.throw(Unavailable);
    leave();
    enter('c');
    expect(() => enter('d')).to.throw(Unavailable);
  });
});
