/** An import that cannot go on; the message says why, and what to do. */
export class ImportError extends Error {}

/** A dump that cannot be imported: which file, which line, what is wrong and what to do. */
export class DumpError extends ImportError {
  readonly path: string;
  readonly line: number;

  constructor(path: string, line: number, problem: string) {
    super(`${path}:${String(line)}: ${problem}`);
    this.path = path;
    this.line = line;
  }
}
