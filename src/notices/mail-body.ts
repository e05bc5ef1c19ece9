import type { Operator } from '../work.ts';
import type { Mail } from './mail.ts';

type Content = Pick<Mail, 'subject' | 'text' | 'button'>;

/** The plain part: the same words, the button as an address. */
export const mailText = ({ siteName }: Operator, { text, button }: Content) =>
  [
    text,
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    `${siteName} community. ${NEVER}`,
  ].join('\n\n');

/** The designed part: readable in light and dark, no pictures from elsewhere. */
export const mailHtml = ({ siteName }: Operator, { subject, text, button }: Content) =>
  `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title>
<style>${STYLE}</style></head>
<body><main class="w"><div class="c"><p class="s">${escaped(siteName)} community</p>
<h1>${escaped(subject)}</h1>
${text
  .split(/\n{2,}/)
  .map(paragraph)
  .join('\n')}
${button ? `<p><a class="btn" href="${escaped(button.url)}">${escaped(button.label)}</a></p>` : ''}
</div><p class="s">${NEVER}</p></main></body></html>`;

const NEVER = 'We never ask for your password, PUK or card details by email.';

const paragraph = (text: string) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Mail clients know no style sheets of ours, so the few rules travel with each mail. */
const STYLE = [
  'body{margin:0;background:#f8f6f1;color:#13212b;',
  'font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}',
  '.w{max-width:34rem;margin:0 auto;padding:32px 20px}',
  '.c{background:#fff;border:1px solid #e0dcd5;border-radius:16px;padding:28px}',
  'h1{font-size:24px;line-height:1.2;margin:0 0 12px}a{color:#005670}',
  '.btn{display:inline-block;background:#005670;color:#fff;font-weight:600;',
  'text-decoration:none;padding:12px 20px;border-radius:10px}.s{color:#57646d;font-size:14px}',
  '@media (prefers-color-scheme:dark){body{background:#0a1319;color:#f1efe9}',
  '.c{background:#101c22;border-color:#26353e}a{color:#65d2ea}',
  '.btn{background:#56afc8;color:#021621}.s{color:#bbc6cb}}',
].join('');
