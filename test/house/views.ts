import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import ts from 'typescript';

import { SCOPE } from '#src/web/render.ts';

export type View = { name: string; file: string; source: string; type: string; from: string };

/** Every view of a folder, with the page type that its first line names. */
export function readViews(folder: string): View[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ejs'))
    .map((file) => file.replaceAll(sep, '/'))
    .sort()
    .map((file) => {
      const source = readFileSync(join(folder, file), 'utf8');
      const [, type, from] = HEADER.exec(source) ?? [];
      if (!type || !from) throw new Error(`views/${file} does not say what page it is given`);
      return { name: file.replace(/\.ejs$/, ''), file: join(folder, file), source, type, from };
    });
}

/**
 * Type-checks every view with the real compiler and looks for what no view may hold; each
 * complaint names the view and the line.
 */
export function checkViews(views: readonly View[]): string[] {
  return [...views.flatMap(forbidden), ...typeErrors(views)];
}

/** The first line of every view says what it is given: <%# page: QuestionPage from '#src/…' %> */
const HEADER = /^<%# page: (\w+) from '([^']+)' %>/;
const TAG = /<%([#=\-_]?)([\s\S]*?)[-_]?%>/g;

/** Views choose and repeat; what needs more than that belongs into the page's type. */
const STATEMENT = /^(?:\}|\} else \{|(?:\} else )?if \([^{]*\) \{|for \(const .+ of .+\) \{)$/;

const FORBIDDEN: Record<string, RegExp> = {
  'an inline style': /\sstyle=|<style/,
  'an inline script': /<script(?! src=| type="application\/ld\+json")/,
  'an inline handler': /\son[a-z]+=["']/,
  'a link to nowhere': /href="(?:#|javascript:[^"]*)?"/,
  'an include, which hands on the page': /\binclude\(/,
};

function forbidden({ file, source }: View): string[] {
  const lineOf = (index: number) => source.slice(0, index).split('\n').length;
  const things = Object.entries(FORBIDDEN).flatMap(([thing, pattern]) => {
    const found = pattern.exec(source);
    return found ? [`${file}:${lineOf(found.index)}: ${thing}`] : [];
  });
  const statements = [...source.matchAll(TAG)]
    .filter(([, kind, code]) => kind === '' && !STATEMENT.test((code ?? '').trim()))
    .map((tag) => `${file}:${lineOf(tag.index)}: more than if and for: ${tag[0]}`);
  return [...things, ...statements];
}

function typeErrors(views: readonly View[]): string[] {
  const modules = new Map(views.map((view) => [`${view.file}.ts`, asTypeScript(view)]));
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options: own } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const options = {
    ...own,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const real = { ...host };
  host.fileExists = (path) => modules.has(path) || real.fileExists(path);
  host.readFile = (path) => modules.get(path) ?? real.readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = modules.get(path);
    return text
      ? ts.createSourceFile(path, text, target)
      : real.getSourceFile(path, target, ...rest);
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules.keys()]
    .flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)))
    .map(complaint);
}

/**
 * A view as a TypeScript module in which everything stays in its own line and column: text
 * becomes blanks, `<%= x %>` becomes `;o( x );`, and `<%- x %>` becomes `;r( x );`. What is
 * escaped may not be markup already, and what is not must be.
 */
function asTypeScript({ source, type, from }: View): string {
  const names = SCOPE.join(', ');
  const prelude =
    `import type { ${type} as Page } from '${from}'; ` +
    `import type { Tools } from '#src/web/render.ts'; ` +
    `import type { Html } from '#src/web/html.ts'; ` +
    `export const view = ({ ${names} }: Tools & { page: Page }, ` +
    `o: <T extends string | number>(text: [T] extends [Html] ? never : T) => void, ` +
    `r: (markup: Html) => void) => { void [${names}, o, r];`;
  let code = '';
  let end = 0;
  for (const tag of source.matchAll(TAG)) {
    code += blank(source.slice(end, tag.index)) + translate(tag[0], tag[1] ?? '', tag[2] ?? '');
    end = tag.index + tag[0].length;
  }
  return `${prelude}${code}${blank(source.slice(end))}};`;
}

function translate(tag: string, kind: string, code: string): string {
  if (kind === '#') return blank(tag);
  if (kind === '=') return `;o(${code});`.padEnd(tag.length);
  if (kind === '-') return `;r(${code});`.padEnd(tag.length);
  return `  ${code}  `.padEnd(tag.length);
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

function complaint({ file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  if (!file || start === undefined) return message;
  const { line } = file.getLineAndCharacterOfPosition(start);
  return `${file.fileName.replace(/\.ts$/, '')}:${line + 1}: ${message}`;
}
