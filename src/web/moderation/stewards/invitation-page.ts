import type { StewardRow, StewardUndertakingRow } from '../../../moderation/rows.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Formats } from '../../format.ts';

/** The invitation to be a steward, or what was signed and the way out of it. */
export type InvitationPage = {
  title: string;
  lede: string;
  topics: string;
  /** The undertaking, a paragraph each. */
  undertaking: readonly string[];
  version: string;
  form: Form;
  /** The way out of it, beside the form to sign a new version. */
  resign: Form | undefined;
  /** The plain no; undefined once they serve. */
  decline: { action: string; version: number } | undefined;
};

type Needs = {
  appointment: StewardRow;
  topics: readonly string[];
  undertaking: StewardUndertakingRow;
  /** When they signed the version that they have signed last. */
  signedAt: Date | undefined;
  formats: Formats;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export const INVITATION = '/steward/invitation';
export const SIGNATURE = '/steward/signature';

export function invitationPage(needs: Needs): InvitationPage {
  const { appointment, topics, undertaking } = needs;
  const { version, body } = undertaking;
  const invited = appointment.state === 'invited';
  const signed = appointment.undertaking_version === version;
  return {
    ...(invited ? INVITED : signed ? signedWords(needs) : CHANGED),
    topics: topics.join(', '),
    undertaking: body.split('\n\n'),
    version: `Version ${String(version)} of the undertaking`,
    form: invited || !signed ? signForm(needs) : resignForm(needs),
    resign: invited || signed ? undefined : resignForm(needs),
    decline: invited ? { action: INVITATION, version } : undefined,
  };
}

const INVITED = {
  title: 'Would you be a steward?',
  lede: 'Your own answers have held up so well that our team would like your opinion of others’.',
};

const CHANGED = {
  title: 'What you undertake has changed',
  lede: 'Please read the new version, and sign it if you agree. Until you have, our team judges in your place.',
};

function signedWords({ appointment, signedAt, formats }: Needs) {
  const { signed_as, answered_at, invited_at } = appointment;
  const day = formats.longDay(signedAt ?? answered_at ?? invited_at);
  return { title: 'You’re a steward', lede: `You signed this as ${signed_as ?? ''} on ${day}.` };
}

function signForm({ appointment, undertaking, errors, typed }: Needs): Form {
  const invited = appointment.state === 'invited';
  const version = String(undertaking.version);
  const blank = {
    ...{ action: invited ? INVITATION : SIGNATURE, submit: invited ? 'Sign and accept' : 'Sign' },
    hidden: invited ? { answer: 'accept', version } : { version },
    fields: [{ name: 'signature', label: 'Your signature', hint: 'Type the name you have here.' }],
  };
  return form(blank, errors, typed);
}

function resignForm({ errors, typed }: Needs): Form {
  const blank = {
    ...{ action: '/steward/resignation', submit: 'Stop being a steward', primary: false },
    ...{ id: 'resign' },
    fields: [{ name: 'reason', label: 'Why', optional: true, hint: 'For our team, if you like.' }],
  };
  return form(blank, errors, typed);
}
