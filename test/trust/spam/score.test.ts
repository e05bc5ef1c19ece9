import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from 'chai';

import { root } from '#src/root.ts';
import { judge, type Counts } from '#src/trust/spam/bayes.ts';
import { LIKELY, LIKELY_FIRST } from '#src/trust/spam/suspect.ts';
import { tokensOf } from '#src/trust/spam/tokens.ts';

type Labelled = { label: keyof Counts; text: string };

const SITE = 'https://goodline.example';

describe('The score of spam', () => {
  it('tells spam from questions and answers that it has not seen', () => {
    const scores = labelledPosts().map((post, index, all) => {
      const others = all.filter((_, other) => other % FOLDS !== index % FOLDS);
      return { ...post, score: scoreOf(post.text, others) };
    });

    const spam = scores.filter(({ label }) => label === 'spam');
    const fine = scores.filter(({ label }) => label === 'fine');
    expect(shareFrom(spam, LIKELY)).to.be.at.least(0.85);
    expect(shareFrom(spam, LIKELY_FIRST)).to.be.at.least(0.95);
    expect(shareFrom(fine, LIKELY)).to.be.at.most(0.04);
    expect(shareFrom(fine, LIKELY_FIRST)).to.be.at.most(0.05);
  });

  it('says nothing before it has learnt enough', () => {
    const few = labelledPosts().filter((_, index) => index % 4 === 0);

    expect(scoreOf('Buy now', few)).to.equal(undefined);
  });

  it('says what it goes by, the weightiest first', () => {
    const judgement = judgeText('Order cheap replica watches', labelledPosts());

    expect(judgement?.because[0]?.factor).to.be.above(judgement?.because[1]?.factor ?? 0 - 1e-9);
    expect(judgement?.because.map(({ token }) => token)).to.include.members(['cheap', 'replica']);
  });

  (process.env['REAL_DATA'] === undefined ? it.skip : it)(
    'keeps real customers waiting in fewer than one in five hundred of what they write',
    () => {
      const path = join(process.env['REAL_DATA'] ?? '', 'telecom-dialogues.tsv');
      const turns = readFileSync(path, 'utf8').split('\n').slice(1);
      const posts = labelledPosts();
      const learnt = learn(posts);

      const held = turns.filter(
        (turn) => (judgedBy(learnt, turn.split('\t')[3] ?? '')?.score ?? 0) >= LIKELY,
      );

      expect(turns.length).to.be.above(10_000);
      expect(held.length / turns.length).to.be.below(0.002);
    },
  ).timeout(60_000);
});

const FOLDS = 5;

const labelledPosts = (): Labelled[] =>
  readFileSync(join(root, 'test/trust/spam/labelled-posts.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [label = '', text = ''] = line.split('\t');
      return { label: label as keyof Counts, text };
    });

type Learnt = { known: Map<string, Counts>; total: Counts };

function learn(posts: readonly Labelled[]): Learnt {
  const known = new Map<string, Counts>();
  const total = { spam: 0, fine: 0 };
  for (const { label, text } of posts) {
    total[label] += 1;
    for (const token of tokensOf(text, SITE)) {
      const counts = known.get(token) ?? { spam: 0, fine: 0 };
      known.set(token, { ...counts, [label]: counts[label] + 1 });
    }
  }
  return { known, total };
}

const judgedBy = ({ known, total }: Learnt, text: string) =>
  judge(tokensOf(text, SITE), known, total);

const judgeText = (text: string, posts: readonly Labelled[]) => judgedBy(learn(posts), text);

const scoreOf = (text: string, posts: readonly Labelled[]) => judgeText(text, posts)?.score;

const shareFrom = (posts: readonly { score: number | undefined }[], least: number) =>
  posts.filter(({ score }) => (score ?? 0) >= least).length / posts.length;
