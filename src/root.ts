import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: compiled code lives deeper than its sources and reads the same views. */
export const root = folderWith('package.json', import.meta.dirname);

function folderWith(file: string, folder: string): string {
  if (existsSync(join(folder, file))) return folder;
  if (dirname(folder) === folder) throw new Error(`No ${file} in or above ${import.meta.dirname}`);
  return folderWith(file, dirname(folder));
}
