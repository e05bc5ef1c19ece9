import { expect } from 'chai';

import { printViews } from './print-views.ts';
import { checkViews, type View } from './views.ts';

describe('The check of views', () => {
  it('complains of every view that is wrong, and names its line', () => {
    const views = {
      'a field the page has not': '\n<%= page.titel %>',
      'markup that is escaped': "\n<%= icon('check') %>",
      'text that is not': '\n<%- page.title %>',
      'a partial’s page with a slip': "\n<%- partial('_pager', { label: 'x', odler: '/' }) %>",
      'an inline style': '\n<p style="x">',
      'an inline script': '\n<script>',
      'an inline handler': '\n<a onclick="x">',
      'a link to nowhere': '\n<a href="#">',
      'more than if and for': '\n<% let a = 1 %>',
    };

    const complaints = checkViews(Object.entries(views).map(([name, text]) => view(name, text)));

    for (const name of Object.keys(views)) {
      expect(
        complaints.some((text) => text.startsWith(`views/${name}.ejs:2: `)),
        name,
      ).to.equal(true);
    }
  });

  it('has nothing to say of a view that is right', () => {
    const source = "<% if (page.action) { %><%= page.title %><% } %><%- icon('check') %>";

    expect(checkViews([view('right', source)])).to.deep.equal([]);
  });
});

describe('The list of views', () => {
  it('names the page of each', () => {
    expect(printViews([view('test', '')])).to.include(
      "  test: import('./look/empty.ts').EmptyState;",
    );
  });
});

function view(name: string, source: string): View {
  const [type, from] = ['EmptyState', '#src/web/look/empty.ts'];
  return { name, file: `views/${name}.ejs`, source, type, from };
}
