import { expect } from 'chai';
import fc from 'fast-check';

import { parseQuery, queryText } from '#src/forum/search/parse-query.ts';

describe('A typed search', () => {
  const word = (text: string) => ({ text, phrase: false });

  it('is words, phrases, words that must not be there, and filters', () => {
    const typed =
      '[Wi-Fi calling] "no signal" router -hub -"red light" solved:YES user:Olu-Adeyemi';

    expect(parseQuery(typed)).to.deep.equal({
      terms: [{ text: 'no signal', phrase: true }, word('router')],
      without: ['hub', 'red light'],
      ...{ topic: 'Wi-Fi calling', solved: true, user: 'Olu-Adeyemi' },
      plain: 'no signal router',
    });
  });

  it('takes what only looks like an operator for words', () => {
    expect(parseQuery('e-sim solved:maybe [] - "" &')).to.deep.equal({
      ...{ topic: undefined, solved: undefined, user: undefined, without: [] },
      terms: [word('e-sim'), word('solved:maybe')],
      plain: 'e-sim solved:maybe [] - &',
    });
  });

  it('is finished where a quotation mark is missing', () => {
    expect(parseQuery('slow "in the evening').terms).to.deep.equal([
      word('slow'),
      { text: 'in the evening', phrase: true },
    ]);
  });

  it('means the same when it is typed as it was understood', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (typed) => {
        const { terms, without, user, ...query } = parseQuery(typed);
        const again = parseQuery(queryText({ terms, without, user, ...query }));
        expect([again.terms, again.without]).to.deep.equal([terms, without]);
      }),
    );
  });
});
