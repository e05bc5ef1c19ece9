/** The same stylesheet with neither comments nor needless blanks; what is in quotes stays. */
export function squeezeCss(css: string): string {
  const pieces = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').split(/("[^"]*")/);
  return pieces.map((piece) => (piece.startsWith('"') ? piece : squeeze(piece))).join('');
}

const squeeze = (css: string) =>
  css
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
