import { expect } from 'chai';

import { escapeHtml, html, scriptJson } from '#src/web/html.ts';
import { icon } from '#src/web/look/icons.ts';
import { squeezeCss } from '#src/web/look/squeeze-css.ts';

describe('Markup', () => {
  it('holds text only once it is escaped', () => {
    const name = escapeHtml(`"O'Brien" <b> & sons`);

    expect(html`<p title="${name}">${name}</p>`).to.equal(
      '<p title="&quot;O&#39;Brien&quot; &lt;b&gt; &amp; sons">' +
        '&quot;O&#39;Brien&quot; &lt;b&gt; &amp; sons</p>',
    );
  });

  it('joins lists and leaves out what is not there', () => {
    const items = [html`<b>1</b>`, html`<b>2</b>`];

    expect(html`<p>${items}${undefined}${3}</p>`).to.equal('<p><b>1</b><b>2</b>3</p>');
  });

  it('carries data that cannot end its script element', () => {
    expect(scriptJson({ text: '</script><b>' })).to.equal(
      String.raw`{"text":"\u003c/script>\u003cb>"}`,
    );
  });

  it('hides icons from those who listen', () => {
    expect(icon('check', 'big')).to.match(/^<svg class="i big" viewBox="0 0 24 24" aria-hidden/);
  });

  it('loses blanks and comments of a stylesheet, and nothing in quotes', () => {
    const css =
      'a > b::after { content: "x  ;  y" ; /* why */ color: red; }\n\n b :hover { top: 0 }';

    expect(squeezeCss(css)).to.equal('a > b::after{content:"x  ;  y";color:red}b :hover{top:0}');
  });
});
