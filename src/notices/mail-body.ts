import type { Operator } from '../work.ts';
import type { Mail } from './mail.ts';

/** What a mail says; `lines` are several things, each with an address to read it at. */
export type Content = Pick<Mail, 'subject' | 'text' | 'button' | 'foot' | 'reply'> & {
  lines?: readonly { text: string; url: string }[];
};

/** The plain part: the same words, the buttons as addresses. */
export const mailText = (operator: Operator, content: Content) =>
  [
    content.text,
    ...(content.lines ?? []).map(({ text, url }) => `${text}:\n${url}`),
    ...(content.button ? [`${content.button.label}:\n${content.button.url}`] : []),
    ...replies(operator, content),
    ...plainFoot(content),
    `${operator.siteName} community. ${NEVER}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** The designed part: readable in light and dark, no pictures from elsewhere. */
export const mailHtml = (operator: Operator, content: Content) =>
  `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(content.subject)}</title>
<style>${STYLE}</style></head>
<body><main class="w"><div class="c"><p class="s">${escaped(operator.siteName)} community</p>
<h1>${escaped(content.subject)}</h1>
${paragraphs(content.text)}${linked(content.lines ?? [])}
${content.button ? `<p>${linkTo(content.button, 'btn')}</p>` : ''}
${replies(operator, content).map(escaped).map(small).join('')}</div><p class="s">${htmlFoot(content)}${NEVER}</p></main></body></html>`;

/** The end of every mail of ours, by which what quotes one is known. */
export const NEVER = 'We never ask for your password, PUK or card details by email.';

/** Where mails can come in, each mail says what becomes of a reply to it. */
const replies = ({ replyDomain }: Operator, { reply }: Content) =>
  replyDomain === undefined ? [] : [reply?.says ?? 'Nobody reads replies to this mail.'];

const small = (text: string) => `<p class="s">${text}</p>\n`;

type Link = { label: string; url: string };

const plainFoot = ({ foot }: Content) =>
  foot
    ? [foot.why, ...[foot.off, foot.settings].flatMap((link) => (link ? [plainLink(link)] : []))]
    : [];

const plainLink = ({ label, url }: Link) => `${label}:\n${url}`;

function htmlFoot({ foot }: Content): string {
  if (!foot) return '';
  const links = [foot.off, foot.settings].flatMap((link) => (link ? [`${linkTo(link)}.`] : []));
  return [escaped(foot.why), ...links, ''].join(' ').trimStart();
}

const linked = (lines: NonNullable<Content['lines']>) =>
  lines.length === 0
    ? ''
    : `\n<ul>${lines.map(({ text, url }) => `<li>${linkTo({ label: text, url })}</li>`).join('\n')}</ul>`;

const linkTo = ({ label, url }: Link, className?: string) =>
  `<a${className === undefined ? '' : ` class="${className}"`} href="${escaped(url)}">${escaped(label)}</a>`;

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');

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
  'ul{padding-left:20px}li{margin:0 0 10px}',
  '.btn{display:inline-block;background:#005670;color:#fff;font-weight:600;',
  'text-decoration:none;padding:12px 20px;border-radius:10px}.s{color:#57646d;font-size:14px}',
  '@media (prefers-color-scheme:dark){body{background:#0a1319;color:#f1efe9}',
  '.c{background:#101c22;border-color:#26353e}a{color:#65d2ea}',
  '.btn{background:#56afc8;color:#021621}.s{color:#bbc6cb}}',
].join('');
