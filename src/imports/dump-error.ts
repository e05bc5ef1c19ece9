/** A dump that cannot be imported: which file, which line, what is wrong and what to do. */
export class DumpError extends Error {
  readonly path: string;
  readonly line: number;

  constructor(path: string, line: number, problem: string) {
    super(`${path}:${String(line)}: ${problem}`);
    this.path = path;
    this.line = line;
  }
}
