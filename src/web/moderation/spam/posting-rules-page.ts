import type { MailDomainRow, PostingLimitRow } from '../../../trust/rows.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { form, type Form } from '../../form-page.ts';
import { LEVELS } from '../../forum/words.ts';
import type { ErrorSummary } from '../../look/notes.ts';

/** The limits of each level and our own mail domains, with a form to change either. */
export type PostingRulesPage = ErrorSummary & {
  title: string;
  limits: readonly LimitLine[];
  limitForm: Form;
  domains: readonly { domain: string; does: string; reason: string }[];
  domainForm: Form;
};

type LimitLine = Record<'links' | 'perHour' | 'perDay' | 'pictures' | 'picturesInPost', number> & {
  level: string;
  reason: string;
};

/** Which of the two forms was refused, and why. */
export type Refused = { form: 'limits' | 'domains'; errors: FieldErrors; typed: Typed };

export function postingRulesPage(
  limits: readonly PostingLimitRow[],
  domains: readonly MailDomainRow[],
  refused: Refused | undefined,
): PostingRulesPage {
  const [limitForm, domainForm] = [
    drawn(LIMITS, 'limits', refused),
    drawn(DOMAINS, 'domains', refused),
  ];
  return {
    title: 'Posting',
    limits: limits.map(lineOf),
    domains: domains.map(({ domain, refused: isRefused, reason }) => ({
      ...{ domain, reason, does: isRefused ? 'Refused' : 'Allowed' },
    })),
    ...{ limitForm, domainForm, errors: [...limitForm.errors, ...domainForm.errors] },
  };
}

const lineOf = ({ level, links, reason, ...limit }: PostingLimitRow): LimitLine => ({
  ...{ level: LEVELS[level], links, reason },
  ...{ perHour: limit.per_hour, perDay: limit.per_day },
  ...{ pictures: limit.pictures_per_day, picturesInPost: limit.pictures_per_post },
});

function drawn(blank: Parameters<typeof form>[0], id: Refused['form'], refused?: Refused): Form {
  const mine = refused?.form === id ? refused : undefined;
  return form({ ...blank, id }, mine?.errors, mine?.typed);
}

const WHY = {
  name: 'reason',
  label: 'Why',
  kind: 'long',
  hint: 'It stays in our own log.',
} as const;

const LIMITS: Parameters<typeof form>[0] = {
  action: '/admin/posting/limits',
  submit: 'Set the limits',
  fields: [
    {
      ...{ name: 'level', label: 'Level', kind: 'select' },
      options: Object.entries(LEVELS).map(([value, label]) => ({ value, label })),
    },
    { name: 'links', label: 'Links to other sites in a post' },
    { name: 'per_hour', label: 'Posts in an hour' },
    { name: 'per_day', label: 'Posts in a day' },
    { name: 'pictures_per_day', label: 'Pictures uploaded in a day' },
    { name: 'pictures_per_post', label: 'Pictures in a post' },
    WHY,
  ],
};

const DOMAINS: Parameters<typeof form>[0] = {
  action: '/admin/posting/domains',
  submit: 'Set the domain',
  fields: [
    {
      name: 'domain',
      label: 'Mail domain',
      hint: 'Such as example.com; it counts for all below it.',
    },
    {
      ...{ name: 'does', label: 'What becomes of it', kind: 'choices' },
      options: [
        { value: 'refuse', label: 'Nobody joins with it' },
        {
          value: 'allow',
          label: 'Allow it',
          hint: 'Although it is on the list of throw-away ones.',
        },
      ],
    },
    WHY,
  ],
};
