import { expect } from 'chai';

import { avatar, initials } from '#src/web/look/avatar.ts';

describe('An avatar', () => {
  it('shows the initials of a handle', () => {
    const handles = ['Moira-Fenn', 'old-nokia-fan', 'jules84', 'Ólafur-Þór', '007', '-'];

    expect(handles.map(initials)).to.deep.equal(['MF', 'ON', 'J', 'ÓÞ', '0', '?']);
  });

  it('has the same tone every time', () => {
    expect(avatar('Moira-Fenn')).to.equal(avatar('Moira-Fenn'));
    expect(avatar('Moira-Fenn')).to.match(/class="av t[1-6]"/);
  });

  it('is plum for staff', () => {
    expect(avatar('Hannah', { staff: true, size: 's' })).to.include('class="av staff s"');
  });
});
