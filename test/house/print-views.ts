import type { View } from './views.ts';

/** Prints src/web/views.ts: which page each view is given. */
export function printViews(views: readonly View[]): string {
  const entry = ({ name, type, from }: View) => {
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    return `  ${key}: import('${from.replace('#src/web/', './').replace('#src/', '../')}').${type};`;
  };
  return `// Printed from the first line of each view by \`npm run print\`. Do not edit.
export type Views = {
${views.map(entry).join('\n')}
};
`;
}
