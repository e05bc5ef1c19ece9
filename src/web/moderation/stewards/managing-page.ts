import type { TopicRow } from '../../../forum/rows.ts';
import type { ListedSteward } from '../../../moderation/governance/list-stewards.ts';
import type { Steadiness } from '../../../moderation/governance/steadiness.ts';
import type { GovernanceSettingRow, StewardId, StewardRow } from '../../../moderation/rows.ts';
import { form, type Form } from '../../form-page.ts';
import type { Formats } from '../../format.ts';
import type { Tabs } from '../../forum/tabs.ts';
import { GOVERNANCE, governanceTabs } from '../governance/area.ts';
import { topicsForm, type RefusedTopics, type TopicsForm } from './topics-form.ts';

export const STEWARDS = `${GOVERNANCE}/stewards`;
export const stewardTopicsHref = (id: StewardId) => `${STEWARDS}/${String(id)}/topics`;

/** Whom staff have invited, who serves, and whom they could ask. */
export type ManagingPage = {
  title: string;
  tabs: Tabs;
  stewards: readonly StewardCard[];
  ended: readonly EndedLine[];
  candidates: readonly string[];
  criteria: string;
  invite: TopicsForm;
};

export type StewardCard = {
  id: string;
  name: string;
  href: string;
  state: string;
  topics: string;
  topicsHref: string;
  reason: string;
  record: string;
  review: string;
  due: boolean;
  relieve: Form;
};

type EndedLine = { text: string; at: Date };

/** What was refused, and of which form: an invitation, or the relief of a steward. */
export type RefusedForm = RefusedTopics & { of: 'invite' | number };

type Needs = {
  live: readonly ListedSteward[];
  ended: readonly ListedSteward[];
  candidates: readonly Steadiness[];
  topics: readonly Pick<TopicRow, 'id' | 'name'>[];
  settings: GovernanceSettingRow;
  /** Today, as YYYY-MM-DD. */
  today: string;
  formats: Formats;
  refused?: RefusedForm | undefined;
};

export function managingPage(needs: Needs): ManagingPage {
  const { live, ended, candidates, settings, formats } = needs;
  const { steward_passed, steward_share_percent } = settings;
  return {
    title: 'Stewards',
    tabs: governanceTabs('stewards'),
    stewards: live.map((steward) => card(steward, needs)),
    ended: ended.map(({ name, state, ended_at, end_reason, invited_at }) => ({
      text: `${name} ${STATES[state]}${end_reason && `: “${end_reason}”`}`,
      at: ended_at ?? invited_at,
    })),
    candidates: candidates.map(
      ({ name, passed, checked }) =>
        `${name}: ${formats.count(passed)} of ${formats.count(checked)} checked answers passed`,
    ),
    criteria:
      `Guides of whose own answers at least ${formats.count(steward_passed)} have passed a check, ` +
      `and ${String(steward_share_percent)} % of all that were checked.`,
    invite: inviteForm(needs),
  };
}

function card(steward: ListedSteward, { today, formats, refused }: Needs): StewardCard {
  const { id, name, state, topics, reason, compared, differed, review_on } = steward;
  const about = refused?.of === id ? refused : undefined;
  const blank = {
    ...{ id: `relieve-${String(id)}`, primary: false },
    action: `${STEWARDS}/${String(id)}/relief`,
    submit: state === 'invited' ? `Take ${name}’s invitation back` : `Relieve ${name}`,
    fields: [{ name: 'reason', label: 'Why', hint: 'They are shown it.' }],
  };
  return {
    ...{ id: String(id), name, href: `/u/${name}`, reason, topics: topics.join(', ') },
    ...{ topicsHref: stewardTopicsHref(id), state: stateOf(steward) },
    record:
      compared === 0
        ? 'No opinion of theirs has been compared yet.'
        : `${formats.count(differed)} of ${formats.count(compared)} opinions differed from staff’s.`,
    review: formats.longDay(new Date(`${review_on}T12:00:00Z`)),
    due: review_on <= today,
    relieve: form(blank, about?.errors, about?.typed),
  };
}

function stateOf({ state, signed }: ListedSteward): string {
  if (state === 'invited') return 'Invited, has not answered yet';
  return signed ? 'Serves' : 'Serves, and has yet to sign the new undertaking';
}

function inviteForm({ topics, refused }: Needs): TopicsForm {
  const about = refused?.of === 'invite' ? refused : undefined;
  const fields = [
    { name: 'name', label: 'Member', hint: 'The name they have here.' },
    { name: 'review', label: 'Review on', hint: 'A date to come, as 2027-05-31.' },
    { name: 'reason', label: 'Why them', kind: 'long' as const, hint: 'For staff.' },
  ];
  const blank = { action: STEWARDS, submit: 'Invite', fields, id: 'invite' };
  return topicsForm(blank, { topics, chosen: [], refused: about });
}

const STATES: Record<StewardRow['state'], string> = {
  invited: 'is invited',
  serving: 'serves',
  declined: 'said no',
  resigned: 'stopped',
  relieved: 'was relieved',
};
