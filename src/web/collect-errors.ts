import { Invalid } from '../refusals.ts';

/** Makes every check and throws one Invalid with all that they found. */
export async function collectErrors(...checks: (() => unknown)[]): Promise<void> {
  const errors: Record<string, string> = {};
  for (const check of checks) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      Object.assign(errors, error.fields);
    }
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
}
