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
  /** The plain no; undefined once they serve. */
  decline: { action: string; version: number } | undefined;
};

type Needs = {
  appointment: StewardRow;
  topics: readonly string[];
  undertaking: StewardUndertakingRow;
  formats: Formats;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function invitationPage(needs: Needs): InvitationPage {
  const { appointment, topics, undertaking, formats } = needs;
  const serves = appointment.state === 'serving';
  const { version, body } = undertaking;
  return {
    title: serves ? 'You’re a steward' : 'Would you be a steward?',
    lede: serves
      ? `You signed this as ${appointment.signed_as ?? ''} on ${formats.longDay(appointment.answered_at ?? appointment.invited_at)}.`
      : 'Your own answers have held up so well that our team would like your opinion of others’.',
    topics: topics.join(', '),
    undertaking: body.split('\n\n'),
    version: `Version ${String(version)} of the undertaking`,
    form: serves ? resignForm(needs) : signForm(needs),
    decline: serves ? undefined : { action: '/steward/invitation', version },
  };
}

function signForm({ undertaking, errors, typed }: Needs): Form {
  const blank = {
    ...{ action: '/steward/invitation', submit: 'Sign and accept' },
    hidden: { answer: 'accept', version: String(undertaking.version) },
    fields: [{ name: 'signature', label: 'Your signature', hint: 'Type the name you have here.' }],
  };
  return form(blank, errors, typed);
}

function resignForm({ errors, typed }: Needs): Form {
  const blank = {
    ...{ action: '/steward/resignation', submit: 'Stop being a steward', primary: false },
    fields: [{ name: 'reason', label: 'Why', optional: true, hint: 'For our team, if you like.' }],
  };
  return form(blank, errors, typed);
}
