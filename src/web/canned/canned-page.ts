import { SOLVED_WITHIN_DAYS, type SolvedCount } from '../../canned/count-solved.ts';
import { mayKeepCanned } from '../../canned/permissions.ts';
import type { CannedText } from '../../canned/read-texts.ts';
import type { CannedTextRow } from '../../canned/rows.ts';
import { VARIABLES, type CannedUse } from '../../canned/uses.ts';
import type { MemberRow } from '../../members/rows.ts';
import { form, type Form } from '../form-page.ts';
import type { FieldErrors, Typed } from '../forms.ts';
import { withQuery } from '../forum/paths.ts';
import type { Tabs } from '../forum/tabs.ts';
import { CANNED } from './canned-uses.ts';

/** The texts of one use that our team shares, what came of each, and a way to change them. */
export type CannedPage = {
  title: string;
  lede: string;
  tabs: Tabs;
  texts: readonly CannedLine[];
  formTitle: string;
  form: Form;
};

type CannedLine = {
  title: string;
  body: string;
  /** How often it was sent and how often that solved it; undefined where nothing is counted. */
  record: string | undefined;
  editHref: string;
  dropAction: string;
};

type Needs = {
  use: CannedUse;
  viewer: Pick<MemberRow, 'role'>;
  counts: ReadonlyMap<CannedTextRow['id'], SolvedCount>;
  /** The one that is being changed; undefined for a new one. */
  edited: CannedText | undefined;
  errors?: FieldErrors | undefined;
  typed?: Typed | undefined;
};

export function cannedPage(texts: readonly CannedText[], needs: Needs): CannedPage {
  const { use, viewer, counts, edited } = needs;
  const { path, title, lede } = CANNED[use];
  return {
    ...{ title, lede, tabs: tabsFor(viewer, use) },
    texts: texts.map(({ id, title, body }) => ({
      ...{ title, body, record: use === 'audit-note' ? undefined : recordOf(counts.get(id)) },
      editHref: withQuery(path, { edit: String(id) }),
      dropAction: `${path}/${String(id)}/drop`,
    })),
    formTitle: edited ? `Change “${edited.title}”` : 'A new one',
    form: textForm(needs),
  };
}

const tabsFor = (viewer: Needs['viewer'], current: CannedUse): Tabs => ({
  label: 'Which texts',
  links: CANNED_USES.filter((use) => mayKeepCanned(viewer, use)).map((use) => ({
    ...{ href: CANNED[use].path, label: CANNED[use].tab, current: use === current },
  })),
});

const CANNED_USES = Object.keys(CANNED) as CannedUse[];

/** “Used 12 times, solved 9”, and how many are too young for that to be known. */
function recordOf(count: SolvedCount | undefined): string {
  if (!count) return 'Not used yet';
  const { used, solved, open } = count;
  const times = used === 1 ? 'once' : `${String(used)} times`;
  const young = open > 0 ? `; ${String(open)} not yet ${String(SOLVED_WITHIN_DAYS)} days old` : '';
  return `Used ${times}, solved ${String(solved)}${young}`;
}

function textForm({ use, edited, errors, typed }: Needs): Form {
  const known = Object.entries(VARIABLES[use]).map(([name, what]) => `{${name}}: ${what}`);
  const blank = {
    ...{ action: CANNED[use].path, submit: edited ? 'Save it' : 'Add it' },
    fields: [
      { name: 'title', label: 'Name', value: edited?.title },
      {
        ...({ name: 'body', label: 'Text', kind: 'long', value: edited?.body } as const),
        hint: `You can write ${known.join(', ')}.`,
      },
    ],
    hidden: { id: edited ? String(edited.id) : '' },
  };
  return form(blank, errors, typed);
}
