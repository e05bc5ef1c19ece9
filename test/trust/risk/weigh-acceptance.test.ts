import { expect } from 'chai';

import { editAnswer } from '#src/forum/edit-answer.ts';
import type { AnswerRow } from '#src/forum/rows.ts';
import type { MemberRow } from '#src/members/rows.ts';
import { noteDevice } from '#src/trust/risk/devices.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aDomain } from '#test/support/domain.ts';
import { aMember, anAnswer } from '#test/support/make.ts';
import { lastAcceptance, lastReward } from '#test/support/rewarding.ts';
import { accepts, QUICK, SLOW } from '../accepting.ts';

describe('An acceptance', () => {
  const domain = aDomain();
  let asker: MemberRow;
  let author: MemberRow;

  beforeEach(async () => {
    asker = await aMember(domain.owner);
    author = await aMember(domain.owner);
  });

  const flagOf = async (answer: AnswerRow) => {
    const { id: acceptance_id } = await lastAcceptance(domain.db, answer);
    return domain.db('acceptance_flags').where({ acceptance_id }).first();
  };
  const shareDevice = async (...members: MemberRow[]) => {
    const deviceKey = String(members[0]!.id).padStart(64, '0');
    for (const { id: memberId } of members) {
      await domain.perform('system', (work) => noteDevice(work, { memberId, deviceKey }));
    }
  };
  const shareNumber = (...members: MemberRow[]) =>
    domain.owner('verified_numbers').insert(
      members.map(({ id }) => ({
        ...{ member_id: id, number_key: String(members[0]!.id).padStart(64, 'f') },
        verified_at: domain.now(),
      })),
    );

  it('that is quick is not flagged for that alone', async () => {
    expect(await flagOf(await accepts(domain, asker, author, QUICK))).to.equal(undefined);
  });

  it('that is quick and from the same device is audited, with its reasons', async () => {
    await shareDevice(asker, author);

    const answer = await accepts(domain, asker, author, QUICK);

    expect(await flagOf(answer)).to.deep.include({
      ...{ score: 55, reasons: ['shared-device', 'hasty'] },
    });
    const { id: acceptance_id } = await lastAcceptance(domain.db, answer);
    const audit = await domain.db('audits').where({ acceptance_id, state: 'waiting' }).first();
    expect(audit?.flag_reasons).to.deep.equal(['shared-device', 'hasty']);
    expect((await lastReward(domain.db, answer)).state).to.equal('held');
  });

  it('from the same device, but with time taken, is left alone', async () => {
    await shareDevice(asker, author);

    expect(await flagOf(await accepts(domain, asker, author, SLOW))).to.equal(undefined);
  });

  it('between two who verified one number is flagged for that alone', async () => {
    await shareNumber(asker, author);

    const flag = await flagOf(await accepts(domain, asker, author, SLOW));

    expect(flag?.reasons).to.deep.equal(['shared-number']);
  });

  it('is flagged for the fourth within a day where nearly nobody else accepts the author', async () => {
    const flags = [];
    for (let time = 0; time < 4; time += 1) {
      flags.push(await flagOf(await accepts(domain, asker, author, QUICK)));
    }

    expect(flags.slice(0, 3)).to.deep.equal([undefined, undefined, undefined]);
    expect(flags[3]?.reasons).to.have.members(['hasty', 'burst', 'concentrated']);
  });

  it('is weighed again when its author changes the answer afterwards', async () => {
    await shareDevice(asker, author);
    const answer = await accepts(domain, asker, author, SLOW);
    const edit = { answer: answer.id, body: `${answer.body} And buy mine.`, reason: '' };

    await domain.perform(author, (work) =>
      editAnswer(work, createMarkdown(), { ...edit, version: answer.version }),
    );

    expect((await flagOf(answer))?.reasons).to.deep.equal(['shared-device', 'edited']);
  });

  it('of an answer that repeats somebody else’s is flagged where it is quick', async () => {
    const source = await anAnswer(domain.owner);
    const answer = await accepts(domain, asker, author, SLOW);
    await domain.owner('near_copies').insert({
      ...{ answer_id: answer.id, source_answer_id: source.id, kind: 'near', own: false },
      ...{ similarity: 80, version: 1, source_version: 1, found_at: domain.now() },
    });
    await shareDevice(asker, author);

    await domain.perform('system', (work) =>
      work.record('near copy found', {
        ...{ answerId: answer.id, sourceAnswerId: source.id, similarity: 80, own: false },
      }),
    );

    expect((await flagOf(answer))?.reasons).to.have.members(['near-copy', 'shared-device']);
  });

  it('is flagged once for the same signs', async () => {
    await shareNumber(asker, author);
    const answer = await accepts(domain, asker, author, SLOW);
    const { id } = await lastAcceptance(domain.db, answer);
    const flagged = () =>
      domain
        .db('events')
        .where({ name: 'acceptance flagged' })
        .whereRaw(`details ->> 'acceptanceId' = ?`, [String(id)]);

    await domain.perform('system', (work) =>
      work.record('near copy found', {
        ...{ answerId: answer.id, sourceAnswerId: answer.id, similarity: 1, own: true },
      }),
    );

    expect(await flagged()).to.have.length(1);
  });
});
