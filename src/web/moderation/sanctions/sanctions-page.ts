import type { MemberRow } from '../../../members/rows.ts';
import type { SanctionId } from '../../../moderation/rows.ts';
import { LADDER, nextStep } from '../../../moderation/sanctions/ladder.ts';
import { maySanction } from '../../../moderation/sanctions/permissions.ts';
import { isInForce, type Sanction } from '../../../moderation/sanctions/sanction.ts';
import type { readTexts } from '../../../moderation/sanctions/texts.ts';
import { form, type Form } from '../../form-page.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import type { Formats } from '../../format.ts';
import { profilePath } from '../../forum/paths.ts';
import { KIND_NAMES } from './sanction-words.ts';
import { endOf } from './standing-page.ts';

/** What a member was ever sanctioned for, and the next step. */
export type SanctionsPage = {
  title: string;
  profile: string;
  history: readonly PastSanction[];
  /** Undefined for whoever may not sanction this member. */
  form: Form | undefined;
  errors: Form['errors'];
};

type PastSanction = {
  title: string;
  at: Date;
  lines: readonly string[];
  /** Ends it early; undefined where it is over. */
  end: Form | undefined;
};

/** What is wrong with a form of the page, and what was typed in it: the sanction's, or the new one's. */
export type Refused = { ending: SanctionId | undefined; errors: FieldErrors; typed: Typed };

type Needs = {
  viewer: MemberRow;
  texts: Awaited<ReturnType<typeof readTexts>>;
  at: Date;
  formats: Formats;
  /** The last day of a step that begins today, as YYYY-MM-DD. */
  lastDay: (days: number) => string;
};

export function sanctionsPage(
  member: MemberRow,
  sanctions: readonly Sanction[],
  needs: Needs,
  refused: Refused | undefined,
): SanctionsPage {
  const may = maySanction(needs.viewer, member);
  const refusedNew = refused?.ending === undefined ? refused : undefined;
  const drawn = may
    ? sanctionForm(member, nextStep(sanctions, needs.at), needs, refusedNew)
    : undefined;
  const history = sanctions.map((one) => past(one, needs, may, refused));
  return {
    title: `Sanctions of ${member.name}`,
    profile: profilePath(member.name),
    history,
    form: drawn,
    errors: [drawn, ...history.map(({ end }) => end)].flatMap((one) => one?.errors ?? []),
  };
}

function past(
  sanction: Sanction,
  { at, formats }: Needs,
  may: boolean,
  refused: Refused | undefined,
): PastSanction {
  const { id, kind, label, note, imposer, imposed_at } = sanction;
  return {
    title: `${KIND_NAMES[kind]}: ${label}`,
    at: imposed_at,
    lines: [`By ${imposer}.`, ...(note === '' ? [] : [note]), endOf(sanction, { at, formats })],
    end:
      may && isInForce(sanction, at)
        ? endForm(id, refused?.ending === id ? refused : undefined)
        : undefined,
  };
}

const endForm = (id: SanctionId, refused: Refused | undefined): Form =>
  form(
    {
      ...{ id: `end-${String(id)}`, action: `/staff/sanctions/${String(id)}/end` },
      ...{ submit: 'End it now', primary: false },
      fields: [{ name: 'because', label: 'Why it ends early' }],
    },
    refused?.errors,
    refused?.typed,
  );

const sanctionForm = (
  { name }: MemberRow,
  next: ReturnType<typeof nextStep>,
  { texts, lastDay }: Needs,
  refused: Refused | undefined,
): Form =>
  form(
    {
      ...{ action: `/staff/members/${encodeURIComponent(name)}/sanctions`, submit: 'Impose it' },
      fields: [
        {
          ...{ name: 'kind', label: 'The step', kind: 'choices', value: next.kind },
          hint: `The ladder’s next step is: ${KIND_NAMES[next.kind].toLowerCase()}.`,
          options: LADDER.map(({ kind }) => ({ value: kind, label: KIND_NAMES[kind] })),
        },
        {
          ...{ name: 'reason', label: 'What for', kind: 'select' },
          hint: 'They read the text that stands behind it.',
          options: [
            { value: '', label: 'Choose' },
            ...texts.map(({ slug, label }) => ({ value: slug, label })),
          ],
        },
        {
          ...{ name: 'until', label: 'The last day', value: next.days ? lastDay(next.days) : '' },
          hint: 'As 2026-11-30. Leave it empty to close the account.',
        },
        {
          ...{ name: 'note', label: 'In your words', kind: 'long', optional: true },
          hint: 'They read this, too.',
        },
      ],
    },
    refused?.errors,
    refused?.typed,
  );
