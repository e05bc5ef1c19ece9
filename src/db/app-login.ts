import { connect } from './connect.ts';
import { APP_ROLE } from './migrate.ts';

/**
 * Lets the application's role sign in to the embedded server under a password, and says at what
 * address, so that the web process holds no right that the role has not.
 */
export async function letAppSignIn(ownerUrl: string, password: string): Promise<string> {
  const owner = connect(ownerUrl, { pool: { min: 0, max: 1 } });
  try {
    const { rows } = await owner.raw<{ rows: [{ statement: string }] }>(
      "select format('alter role %I login password %L', ?::text, ?::text) as statement",
      [APP_ROLE, password],
    );
    await owner.raw(rows[0].statement);
  } finally {
    await owner.destroy();
  }
  const url = new URL(ownerUrl);
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}
