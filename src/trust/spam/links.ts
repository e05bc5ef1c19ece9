/** The hosts that a text links to, without the operator's own, once for each link. */
export const linksIn = (text: string, siteUrl: string): string[] =>
  [...text.matchAll(LINK)]
    .map(([, host = '']) => host.toLowerCase().replace(/^www\./, ''))
    .filter((host) => host !== ownHost(siteUrl));

/** With or without http, and bare names under the endings that people click. */
const LINK =
  /(?:https?:\/\/|(?<![\p{L}\p{N}@.-])(?:www\.)?(?=[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info|biz|xyz|shop|club|online|site|top|ru|cn|io|me|link|ly|co\.uk)\b))([a-z0-9.-]+\.[a-z]{2,})/giu;

const ownHost = (siteUrl: string) => new URL(siteUrl).hostname.replace(/^www\./, '');
