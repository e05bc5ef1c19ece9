import type { Page } from '../../../forum/question-list.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { mayDecideReport } from '../../../moderation/reports/permissions.ts';
import type { CaseReport, FullCase, ListedCase } from '../../../moderation/reports/read-reports.ts';
import { nextStep } from '../../../moderation/sanctions/ladder.ts';
import { isInForce, type Sanction } from '../../../moderation/sanctions/sanction.ts';
import type { readTexts } from '../../../moderation/sanctions/texts.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { profilePath } from '../../forum/paths.ts';
import { storedHtml } from '../../forum/stored-html.ts';
import type { Note } from '../../look/notes.ts';
import { type CaseList, casePager, type CaseRow, caseTabs } from '../case-list.ts';
import type { CasePage, Section } from '../case-page.ts';
import { KIND_NAMES } from '../sanctions/sanction-words.ts';
import type { CasePost } from './case-post.ts';
import { decisionForm } from './report-decision-form.ts';
import { aboutPath, aboutTitle, DECISIONS, GROUNDS } from './report-words.ts';

type Listing = { state: 'waiting' | 'decided'; after: string | undefined };

/** What members have reported. */
export const reportsPage = (page: Page<ListedCase>, { state, after }: Listing): CaseList => ({
  title: 'Reports',
  lede: 'What members have told us about. Everybody who reported hears what came of it.',
  tabs: caseTabs('/staff/reports', state),
  rows: page.rows.map(caseRow),
  empty: { art: 'done', title: 'Nothing waits', text: 'Every report has been decided.' },
  pager: casePager('/staff/reports', page, { after, state }),
});

function caseRow({ id, about, opened_at, decision, reporters, grounds, decider }: ListedCase) {
  const people = reporters === 1 ? '1 person' : `${String(reporters)} people`;
  return {
    title: aboutTitle(about),
    href: `/staff/reports/${String(id)}`,
    at: opened_at,
    chip: decision ? DECISIONS[decision] : { label: 'Waiting', tone: 'warn' },
    lines: [
      `${people}: ${grounds.map((ground) => GROUNDS[ground].toLowerCase()).join(', ')}.`,
      ...(decider === null ? [] : [`Decided by ${decider}.`]),
    ],
  } satisfies CaseRow;
}

type Around = {
  viewer: MemberRow;
  barred: readonly number[];
  about: { upheld: number; dismissed: number };
  sanctions: readonly Sanction[];
  texts: Awaited<ReturnType<typeof readTexts>>;
  post: CasePost | undefined;
  at: Date;
};

/** One case for whoever decides it. */
export function reportCasePage(
  reported: FullCase,
  around: Around,
  { errors, typed }: { errors: FieldErrors | undefined; typed: Typed },
): CasePage {
  const { viewer, barred, post, texts, sanctions, at } = around;
  const mayDecide = reported.decision === null && mayDecideReport(viewer, barred);
  const form = mayDecide
    ? decisionForm(reported, { post, texts, next: nextStep(sanctions, at) }, { errors, typed })
    : undefined;
  return {
    title: aboutTitle(reported.about),
    back: { href: '/staff/reports', label: 'Reports' },
    errors: form?.errors ?? [],
    notes: notesOf(reported, mayDecide),
    written: post && {
      ...{ author: reported.about.author, body: storedHtml(post.post.body_html) },
      href: aboutPath(reported.about) ?? profilePath(reported.about.author),
      label: 'See it in its place',
    },
    sections: [reportsSection(reported.reports), authorSection(reported, around)],
    ...{ form, formTitle: 'Your decision' },
  };
}

function notesOf({ decision, decider, note, abusive }: FullCase, mayDecide: boolean): Note[] {
  if (decision !== null) {
    const by = decider === null ? 'with its removal' : `by ${decider}`;
    const lead = `${DECISIONS[decision].label}, ${by}.`;
    const said = [note, abusive ? 'Noted as reported to annoy.' : ''].filter(Boolean).join(' ');
    return [{ kind: 'info', lead, text: said || undefined }];
  }
  if (mayDecide) return [];
  return [
    {
      ...{ kind: 'staff', lead: 'A colleague decides this one.' },
      text: 'You wrote, asked, reported or decided something here before.',
    },
  ];
}

const reportsSection = (reports: readonly CaseReport[]): Section => ({
  id: 'reports',
  title: 'Who reported it',
  lines: reports.map(({ name, ground, note, made_at, upheld, dismissed, abusive }) => ({
    at: made_at,
    lead: `${name}: ${GROUNDS[ground].toLowerCase()}`,
    text: [note, recordOf({ upheld, dismissed })]
      .concat(abusive > 0 ? [`${String(abusive)} were made to annoy.`] : [])
      .filter(Boolean)
      .join(' '),
  })),
});

type Record = { upheld: number; dismissed: number };

const recordOf = ({ upheld, dismissed }: Record): string =>
  upheld + dismissed === 0
    ? 'None of their other reports has been decided.'
    : `Of their other reports ${String(upheld)} were upheld, ${String(dismissed)} not.`;

function authorSection({ about, opened_at }: FullCase, around: Around): Section {
  const { upheld, dismissed } = around.about;
  return {
    id: 'author',
    title: `What we know of ${about.author}`,
    lines: [
      {
        ...{ at: opened_at, lead: `${String(upheld)} reports upheld, ${String(dismissed)} not` },
        text: around.sanctions.length === 0 ? 'Never sanctioned.' : undefined,
      },
      ...around.sanctions.map((sanction) => ({
        at: sanction.imposed_at,
        lead: KIND_NAMES[sanction.kind],
        text: `${sanction.label}. ${isInForce(sanction, around.at) ? 'In force.' : 'Over.'}`,
      })),
    ],
  };
}
