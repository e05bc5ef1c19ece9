import type { Form } from '../form-page.ts';
import type { Aside } from './account-page.ts';

/** A member's settings: the profile, and the way to the others. */
export type SettingsPage = {
  title: string;
  name: string;
  /** The address that the member has not confirmed yet. */
  unverified: string | undefined;
  form: Form;
  aside: Aside;
};
