import { expect } from 'chai';

import { faultsOfAccess } from './access/axe.ts';
import type { Legible } from './access/colours.ts';
import { watch, type Watched } from './inspect.ts';
import { signIn, type Visitors } from './visitors.ts';

/** Somebody who presses what they see, and a pair of eyes over their shoulder. */
export type Walker = ReturnType<typeof walker>;

/** Somebody in a browser of their own, who has never been here. */
export async function aWalker(visitors: Visitors, scripts: boolean): Promise<Walker> {
  const context = await visitors.newContext('nobody', { javaScriptEnabled: scripts });
  return walker(watch(await context.newPage()), scripts);
}

function walker(watched: Watched, scripts: boolean) {
  const { page, complaints } = watched;
  const legible: Legible = new Set();
  const press = (role: 'button' | 'link', name: string) =>
    page.getByRole('main').or(page.getByRole('banner')).getByRole(role, { name }).first().click();
  return {
    page,
    press,
    signIn: (email: string) => signIn(page, email),
    said: () => page.getByRole('status').first().innerText(),
    /** Axe is a script itself. */
    look: async () => {
      expect(complaints).to.deep.equal([]);
      if (scripts)
        expect(await faultsOfAccess(page, undefined, legible), page.url()).to.deep.equal([]);
    },
  };
}
