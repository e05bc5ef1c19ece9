import sanitizeHtml from 'sanitize-html';

/** What a reader of the HTML reads, an image read by its caption, without the white space. */
export function textOfHtml(html: string): string {
  const captioned = html.replace(/<img\b[^>]*>/g, (image) => {
    const caption = /alt="([^"]*)"/.exec(image)?.[1]?.trim() ?? '';
    return caption === '' ? 'image' : caption;
  });
  return sanitizeHtml(captioned, { allowedTags: [] })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}
