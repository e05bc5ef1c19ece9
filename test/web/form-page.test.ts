import { expect } from 'chai';

import { form } from '#src/web/form-page.ts';

describe('a form with mistakes', () => {
  it('lists them in the order of its fields, whatever was found first', () => {
    const blank = {
      ...{ action: '/join', submit: 'Join', id: 'you' },
      fields: [
        { name: 'name', label: 'Name' },
        { name: 'email', label: 'Email address' },
      ],
    };

    const { errors } = form(blank, { email: 'Enter it.', name: 'Choose one.' });

    expect(errors).to.deep.equal([
      { field: 'you-name', message: 'Choose one.' },
      { field: 'you-email', message: 'Enter it.' },
    ]);
  });
});
