import type { KnownAnswers } from '../../../moderation/agreement/known-items/read-answers.ts';
import type { Pair } from '../../../moderation/agreement/read-pairs.ts';
import type { MemberRow } from '../../../members/rows.ts';
import type { Formats } from '../../format.ts';
import { type FigureTable, monthsOf, table } from './agreement-page.ts';
import { FEW, figuresOf, groupsOf, METHOD, pairsOf, shareWords, type Method } from './figures.ts';

/** Somebody's own figures, which nobody but they and an admin see, and nothing follows from. */
export type MyAgreementPage = {
  title: string;
  lede: string;
  differed: string;
  known: string;
  tables: readonly FigureTable[];
  method: Method;
};

type Read = { pairs: readonly Pair[]; known: readonly KnownAnswers[] };

export function myAgreementPage(
  { pairs, known }: Read,
  { id }: Pick<MemberRow, 'id'>,
  formats: Formats,
): MyAgreementPage {
  const mine = pairsOf(pairs, id);
  const answers = known.find(({ member_id }) => member_id === id);
  const by = (nameOf: (pair: Pair) => string) => groupsOf(mine, nameOf, formats);
  return {
    title: 'Your agreement',
    lede:
      'How your verdicts compare with those of colleagues who judged the same answers alone. ' +
      'Only you and an admin see this, and nothing follows from it by itself.',
    method: METHOD,
    differed: differedWords(mine, formats),
    known: knownWords(answers, formats),
    tables: [
      table('all', 'Altogether, in twelve months', 'Who', [figuresOf('You', mine, formats)]),
      table(
        'topics',
        'By topic',
        'Topic',
        by(({ topic }) => topic),
      ),
      table('months', 'By month', 'Month', monthsOf(mine, formats)),
    ],
  };
}

function differedWords(mine: readonly Pair[], { count }: Pick<Formats, 'count'>): string {
  const differed = mine.filter(({ judgements: [one, other] }) => one !== other);
  if (differed.length === 0) return 'You and your colleagues have not differed.';
  const like = (place: 0 | 1) =>
    count(differed.filter(({ judgements, verdict }) => judgements[place] === verdict).length);
  return (
    `You and a colleague differed ${times(differed.length)}. ` +
    `A third person then decided like you in ${like(0)} of them and like your colleague in ${like(1)}. ` +
    'A difference is no mistake: the hard cases are where two careful people part.'
  );
}

function knownWords(answers: KnownAnswers | undefined, { count }: Pick<Formats, 'count'>): string {
  if (!answers) return 'You have judged no known items yet.';
  const { answered, agreed } = answers;
  const said = `You agreed with ${count(agreed)} of ${count(answered)} known items`;
  return answered < FEW
    ? `${said}: too few to say how often you would.`
    : `${said}, ${shareWords(agreed, answered)}.`;
}

const times = (n: number) => (n === 1 ? 'once' : `${String(n)} times`);
