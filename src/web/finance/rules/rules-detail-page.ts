import { stateOf } from '../../../approvals/proposals.ts';
import type { RuleSet } from '../../../rewards/read-rule-sets.ts';
import type { Shadow } from '../../../rewards/shadows.ts';
import type { RuleShadowRow } from '../../../rewards/rows.ts';
import type { MemberRow } from '../../../members/rows.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { FieldErrors, Typed } from '../../forms.ts';
import { ruleLines, type RuleLine } from '../../rule-words.ts';
import type { Chip } from '../adjustments/adjustment-words.ts';
import type { DecisionCard } from '../adjustments/adjustment-page.ts';
import { chipOf, hasBegun, nameOf, rulesPath, sinceWords, storyOf } from './rules-page.ts';
import { shadowReport, type ShadowReport } from './rules-shadow-report.ts';

export type RulesDetailPage = {
  title: string;
  chip: Chip;
  lead: string;
  lines: RuleLine[];
  story: string[];
  /** Where a draft is changed; undefined while somebody is asked to approve it, and after. */
  edit: string | undefined;
  report: ShadowReport | undefined;
  shadowForm: Form;
  /** Undefined for what is published or proposed, or has not been tried as it is. */
  proposalForm: Form | undefined;
  decision: DecisionCard | undefined;
  errors: Form['errors'];
};

type Read = {
  rules: RuleSet;
  shadow: Shadow | undefined;
  viewer: MemberRow;
  now: Date;
  /** The first date on which it could take effect. */
  earliest: string;
  lastMonth: string;
};

/** What was typed in one of the two forms, and what is wrong with it. */
export type Refused = { form: 'shadow' | 'proposal'; errors: FieldErrors; typed: Typed };

export function rulesDetailPage(read: Read, formats: Formats, refused?: Refused): RulesDetailPage {
  const { rules, shadow, now } = read;
  const isOpen = isProposed(rules, now);
  const isDraft = rules.published_at === null;
  const shadowForm = drawShadowForm(read, refused?.form === 'shadow' ? refused : undefined);
  const proposalForm =
    isDraft && !isOpen && isCurrent(rules, shadow)
      ? drawProposalForm(read, refused?.form === 'proposal' ? refused : undefined)
      : undefined;
  return {
    title: nameOf(rules),
    chip: chipOf(rules, now),
    lead: leadOf(rules, now, formats),
    lines: ruleLines(rules, formats, { candid: true }),
    story: [
      ...storyOf(rules, formats),
      ...(rules.proposal
        ? [`Why: ${rules.proposal.reason}`, `It rests on: ${rules.proposal.evidence}`]
        : []),
      ...(rules.proposal?.note ? [`Note: ${rules.proposal.note}`] : []),
      ...(rules.notes ? [`Notes: ${rules.notes}`] : []),
    ],
    edit: isDraft && !isOpen ? `${rulesPath(rules)}/edit` : undefined,
    report: shadow && shadowReport(shadow, { isCurrent: isCurrent(rules, shadow) }, formats),
    shadowForm,
    proposalForm,
    decision: isOpen ? decisionOf(read) : undefined,
    errors: [...shadowForm.errors, ...(proposalForm?.errors ?? [])],
  };
}

const isProposed = ({ proposal, published_at }: RuleSet, now: Date) =>
  published_at === null && proposal !== null && stateOf(proposal, now) === 'open';

/** A shadow that was run before the latest change says nothing of the draft as it is. */
const isCurrent = ({ edited_at, published_at }: RuleSet, shadow: RuleShadowRow | undefined) =>
  shadow !== undefined &&
  (published_at !== null || edited_at === null || shadow.run_at >= edited_at);

function leadOf(rules: RuleSet, now: Date, formats: Formats): string {
  const { effective_from, published_at } = rules;
  if (published_at === null) {
    return effective_from && isProposed(rules, now)
      ? `Proposed to take effect on ${formats.day(effective_from)}.`
      : 'A draft decides nothing.';
  }
  if (hasBegun(rules, now)) return `${capital(sinceWords(rules, formats))}.`;
  return effective_from ? `Takes effect on ${formats.day(effective_from)}.` : '';
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function drawShadowForm({ rules, lastMonth }: Read, refused: Refused | undefined): Form {
  const hint = 'A month such as 2026-10, or a day such as 2026-10-15.';
  return form(
    {
      ...{ id: 'shadow', action: `${rulesPath(rules)}/shadow`, submit: 'Try it', primary: false },
      fields: [
        { name: 'from', label: 'From', hint, value: lastMonth },
        { name: 'to', label: 'To', hint: 'That month or day included.', value: lastMonth },
      ],
    },
    refused?.errors,
    refused?.typed,
  );
}

function drawProposalForm({ rules, earliest }: Read, refused: Refused | undefined): Form {
  return form(
    {
      ...{ id: 'proposal', action: `${rulesPath(rules)}/proposal`, submit: 'Ask for approval' },
      fields: [
        {
          ...{ name: 'effective_from', label: 'Takes effect on', value: '' },
          hint:
            `A date such as ${earliest}, the earliest if it is approved today: ` +
            'everybody knows 30 days before. Leave time for the approval.',
        },
        { name: 'reason', label: 'Why', kind: 'long', hint: 'Whoever approves it reads this.' },
        { name: 'evidence', label: 'What it rests on', hint: 'A ticket, a document, a link.' },
      ],
    },
    refused?.errors,
    refused?.typed,
  );
}

function decisionOf({ rules, viewer }: Read): DecisionCard {
  const isMaker = rules.proposal?.made_by === viewer.id;
  return {
    action: `${rulesPath(rules)}/approval`,
    key: '',
    isMaker,
    approve: 'Approve and publish',
    whyNot: isMaker ? 'You proposed it, so somebody else in finance approves.' : undefined,
  };
}
