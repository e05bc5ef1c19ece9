import type { Knex } from 'knex';

import { listHelpedBy } from '../../forum/list-helped.ts';
import { listQuestionsBy } from '../../forum/list-questions.ts';
import { listAnswersBy } from '../../forum/profile.ts';
import { readGuidesCrediting } from '../../guides/read-guides.ts';
import type { MemberId } from '../../members/rows.ts';
import { guideLink } from '../guides/guide-link.ts';
import type { ListName, Stretch } from './profile-list-page.ts';
import { answerRow, helpedRow } from './profile-rows.ts';
import { questionListRow } from './question-list-row.ts';

type Asked = { member: MemberId; after: string | undefined; blocked: ReadonlySet<MemberId> };

type Reader = (db: Knex, asked: Asked) => Promise<Stretch>;

/** Reads a stretch of each list about a member; a cursor that is not ours is refused (404). */
export const PROFILE_LISTS: Record<ListName, Reader> = {
  helped: async (db, { member, after, blocked }) => {
    const { rows, next } = await listHelpedBy(db, member, { after });
    return { rows: { helped: rows.map(helpedRow(blocked)) }, next };
  },
  answers: async (db, { member, after }) => {
    const { rows, next } = await listAnswersBy(db, member, { after });
    return { rows: { answers: rows.map(answerRow) }, next };
  },
  questions: async (db, { member, after }) => {
    const { rows, next } = await listQuestionsBy(db, member, { after });
    return { rows: { questions: rows.map((row) => questionListRow(row, 0n)) }, next };
  },
  guides: async (db, { member, after }) => {
    const { rows, next } = await readGuidesCrediting(db, member, { after });
    return { rows: { guides: rows.map(guideLink) }, next };
  },
};
