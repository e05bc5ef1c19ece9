import { form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import type { AccountPage } from './account-page.ts';

/** The page where somebody becomes a member. */
export function joinPage(next: string, errors: FieldErrors = {}, typed: Typed = {}): AccountPage {
  const onward = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  const blank = { action: '/join', submit: 'Join', hidden: { next }, fields: FIELDS };
  return {
    title: 'Join the community',
    lead: 'A name, an email address and a password. That’s all.',
    form: form(blank, errors, typed),
    aside: {
      title: 'What you get',
      text:
        'Ask and answer. When somebody accepts your answer and our team finds it right, ' +
        'you earn airtime.',
      links: [
        { href: `/sign-in${onward}`, label: 'I have an account' },
        { href: '/rewards', label: 'How rewards work' },
        { href: '/privacy', label: 'What we keep about you' },
      ],
    },
  };
}

/** The same for somebody new and for somebody whose address we knew: the rest is in the mail. */
export const welcomePage = (next: string): AccountPage => ({
  title: 'Check your mail',
  lead: 'We’ve sent you an email. Follow its link to confirm your address.',
  note: {
    kind: 'info',
    lead: 'No need to wait.',
    text: 'You can ask and answer at once. Airtime that you earn waits until you’ve confirmed.',
  },
  actions: [{ href: next, label: 'Carry on' }],
});

const FIELDS = [
  {
    name: 'name',
    label: 'Name',
    hint: 'Everybody sees it. Letters, digits and hyphens, 3 to 30 of them.',
    autocomplete: 'nickname',
  },
  {
    name: 'email',
    label: 'Email address',
    kind: 'email',
    hint: 'For answers to your questions, and to get back in. Nobody else sees it.',
    autocomplete: 'email',
  },
  {
    name: 'password',
    label: 'Password',
    kind: 'password',
    hint: 'At least 15 characters. Three or four words that you’ll remember are enough.',
    autocomplete: 'new-password',
  },
] as const;
