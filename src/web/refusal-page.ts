import { sentenceOf, type Refusal } from '../refusals.ts';
import type { ArtName } from './look/art.ts';

/** A page that says no, or sorry: why, what one can do, and what one had typed. */
export type RefusalPage = {
  art: ArtName;
  title: string;
  message: string;
  /** Text that would be lost with the page. */
  kept: readonly KeptText[];
  actions: readonly { href: string; label: string; primary?: boolean }[];
  /** Whether to offer a search and a question of one's own. */
  search: boolean;
  /** What our log calls it, for whoever rings up. */
  reference?: string | undefined;
};

export type KeptText = { label: string; text: string };

/** The page of an expected no. `signInHref` is where a signed-out person goes on. */
export function refusalPage(refusal: Refusal, { kept = [], signInHref }: Extras = {}): RefusalPage {
  const { art, search } = LOOKS[refusal.status];
  const signIn = refusal.status === 401 && signInHref;
  const actions = signIn ? [{ href: signIn, label: 'Sign in', primary: true }, HOME] : [HOME];
  return { art, ...words(refusal), kept, actions, search };
}

/** The page of a fault of ours, which says nothing about it but how to name it. */
export function faultPage(reference: string, kept: readonly KeptText[] = []): RefusalPage {
  const safe = kept.length > 0 ? ' Your text is safe: copy it from below and try again.' : '';
  return {
    art: 'broken',
    title: 'Something broke on our side',
    message: `It’s our fault and we’ve been told.${safe}`,
    kept,
    actions: [HOME],
    search: false,
    reference,
  };
}

type Extras = { kept?: readonly KeptText[]; signInHref?: string | undefined };

type Look = { art: ArtName; title: string; search: boolean };

/** The refusal's own words, parted into a headline and what follows, and said only once. */
function words(refusal: Refusal): Pick<RefusalPage, 'title' | 'message'> {
  const { status } = refusal;
  const message = sentenceOf(refusal);
  if (status === 404) return { title: message.replace(/\.$/, ''), message: MOVED };
  const { title } = LOOKS[status];
  return { title, message: message.replace(`${title}. `, '') };
}

const MOVED = 'It may have moved, or there may be a slip in the address.';
const HOME = { href: '/', label: 'Go to the home page' };

const LOOKS: Record<Refusal['status'], Look> = {
  401: { art: 'lock', title: 'Please sign in', search: false },
  403: { art: 'lock', title: 'That’s not for you to do', search: false },
  404: { art: 'lost', title: 'We can’t find that page', search: true },
  409: { art: 'wait', title: 'Something changed', search: false },
  410: { art: 'removed', title: 'This was removed', search: true },
  413: { art: 'broken', title: 'That’s too much', search: false },
  422: { art: 'broken', title: 'There’s a problem', search: false },
  429: { art: 'wait', title: 'That’s a lot at once', search: false },
  503: { art: 'wait', title: 'We’re a bit busy', search: false },
};
