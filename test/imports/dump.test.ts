import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'chai';

import { handleFor, personOf, siteOf } from '#src/imports/dump-people.ts';
import { readDump, readPosts } from '#src/imports/dump.ts';

const SMALL = join(import.meta.dirname, 'fixtures/small-posts.xml');
const SELF_ACCEPTED = 6;

const found = <T extends { id: number }>(posts: T[], id: number): T => {
  const post = posts.find((one) => one.id === id);
  if (post === undefined) throw new Error(`There is no post ${String(id)}.`);
  return post;
};

describe('reading a dump', () => {
  it('tells questions from answers, and counts what is neither', async () => {
    const { questions, answers, skipped } = await readPosts(SMALL);

    expect(questions.map(({ id }) => id)).to.deep.equal([1, 6, 7, 12]);
    expect(answers.map(({ id, questionId }) => [id, questionId])).to.deep.equal([
      [2, 1],
      [3, 1],
      [5, 6],
      [8, 7],
      [13, 12],
    ]);
    expect(skipped).to.deep.equal({ tagWikis: 2, other: 1, acceptances: 1 });
  });

  it('takes the text and the tags as they were written', async () => {
    const { questions } = await readPosts(SMALL);

    const { title, html, tags } = found(questions, 1);
    expect(title).to.equal('Why does my eSIM say "No service" after a move?');
    expect(html).to.include('<li>a restart</li>\n</ul>');
    expect(tags).to.deep.equal(['esim', 'handset']);
    expect(found(questions, 6).tags).to.deep.equal(['porting', 'pac-code']);
    expect(found(questions, 12).tags).to.deep.equal([]);
  });

  it('takes dates as UTC wherever it runs, also in the hour that London skips', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Europe/London';
    const { questions } = await readPosts(SMALL).finally(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    const at = (id: number) => found(questions, id).createdAt.toISOString();
    expect(at(6)).to.equal('2025-03-04T18:02:59.999Z');
    expect(at(7)).to.equal('2025-03-30T01:30:00.000Z');
    expect(at(12)).to.equal('2025-04-06T20:20:20.000Z');
  });

  it('keeps an acceptance of an answer that comes first, drops one of an answer that is lost', async () => {
    const { questions, answers } = await readPosts(SMALL);

    expect(questions.map((one) => one.acceptedAnswerId)).to.deep.equal([3, 5, null, null]);
    const { author, acceptedAnswerId } = found(questions, SELF_ACCEPTED);
    expect(found(answers, acceptedAnswerId ?? 0).author).to.deep.equal(author);
  });

  it('names everybody once', async () => {
    const { people } = await readPosts(SMALL);

    expect(people.map(({ key }) => key)).to.deep.equal([
      'user:11',
      'user:12',
      'name:Zoë Ångström',
      'deleted',
      'user:13',
      'community',
    ]);
  });

  it('tells the line each row starts on', async () => {
    const lines: number[] = [];
    for await (const { line } of readDump(SMALL)) lines.push(line);

    expect(lines).to.deep.equal([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });
});

describe('a damaged dump', () => {
  let folder = '';
  let path = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dump-'));
    path = join(folder, 'Posts.xml');
  });
  after(() => rm(folder, { recursive: true }));

  const refusal = async (content: string | Buffer) => {
    await writeFile(path, content);
    const problem = await readPosts(path).then(
      () => 'none',
      (error: unknown) => (error as Error).message,
    );
    return problem.replace(`${folder}/`, '');
  };
  const altered = async (from: string, to: string) =>
    refusal((await readFile(SMALL, 'utf8')).replace(from, to));
  const rows = (...lines: string[]) => `<posts>\n${lines.join('\n')}\n</posts>\n`;

  it('is refused with the line and what to do when an attribute is missing', async () => {
    expect(await altered('CreationDate="2025-03-03T09:40:10.007"', '')).to.equal(
      'Posts.xml:4: row has no CreationDate. Export the dump again or remove this row.',
    );
    expect(await altered('Title="Charged twice"', 'Title=" "')).to.match(/:8: row has no Title\./);
    expect(await altered('ParentId="12"', '')).to.match(/:14: row has no ParentId\./);
  });

  for (const id of ['0', '-4', '1e3', '0x10', ' 7', '3.5', '9999999999', 'NaN', '٣']) {
    it(`is refused when an id is "${id}"`, async () => {
      expect(await altered('ParentId="7"', `ParentId="${id}"`)).to.match(
        /^Posts\.xml:9: ParentId is not a number from 1: ".+"\. Export/,
      );
    });
  }

  for (const date of ['2025-02-30T10:00:00', 'yesterday', '2025-03-31', '2025-03-31T25:00:00']) {
    it(`is refused when a date is "${date}"`, async () => {
      expect(
        await altered('CreationDate="2025-03-31T12:00:00.000"', `CreationDate="${date}"`),
      ).to.match(/^Posts\.xml:9: CreationDate is not a date like 2015-01-27T20:09:32\.720: /);
    });
  }

  it('is refused when an answer has no question', async () => {
    expect(await altered('ParentId="12"', 'ParentId="4"')).to.equal(
      'Posts.xml:14: row answers question 4, which is not in the file. ' +
        'Export the dump again or remove this row.',
    );
    expect(await altered('ParentId="12"', 'ParentId="2"')).to.match(/answers question 2/);
  });

  it('is refused when two rows have one id', async () => {
    expect(await altered(' Id="13"', ' Id="2"')).to.equal(
      'Posts.xml:14: row has the Id 2 of line 4. Remove one of the two rows.',
    );
  });

  it('is refused when it ends too early, wherever that is', async () => {
    const whole = await readFile(SMALL, 'utf8');
    expect(await refusal(whole.slice(0, whole.indexOf('</posts>')))).to.equal(
      'Posts.xml:17: the file ends too early, before </posts>. Export or download the dump again.',
    );
    expect(await refusal(whole.slice(0, whole.indexOf('flight mode')))).to.match(/:3: .*too early/);
  });

  it('is refused when its XML is broken', async () => {
    expect(await altered('Title="Charged', 'Title="<Charged')).to.match(
      /^Posts\.xml:8: the XML is damaged here \(.+\)\. Export or download the dump again\.$/,
    );
    expect(await altered('&amp;ndash;', '&ndash;')).to.match(/:8: the XML is damaged here/);
  });

  it('is refused when it is something else', async () => {
    expect(await refusal('<comments>\n<row Id="1" />\n</comments>')).to.equal(
      'Posts.xml:1: the file holds <comments>, not <posts>. ' +
        'Give the Posts.xml of a Stack Exchange dump.',
    );
    expect(await refusal(rows('<user Id="1" />'))).to.match(/:2: there is a <user> where only/);
    expect(await refusal('id,title\n1,Hello\n')).to.match(/:1: the XML is damaged here/);
    expect(await refusal('')).to.match(/:1: the file holds no posts\./);
    expect(await refusal('\n\n')).to.match(/: the file holds no posts\./);
  });

  it('is refused when it is not UTF-8', async () => {
    const latin1 = Buffer.from((await readFile(SMALL, 'utf8')).replace('–', '-'), 'latin1');
    expect(await refusal(latin1)).to.match(/^Posts\.xml:8: the file is not UTF-8 text\./);
    expect(await refusal(Buffer.from('\ufeff<posts/>', 'utf16le'))).to.match(/:1: .*not UTF-8/);
    expect(await altered('encoding="utf-8"', 'encoding="iso-8859-1"')).to.match(/:1: .*not UTF-8/);
  });

  it('is refused when it declares entities, however many they would become', async () => {
    const bomb = `<!DOCTYPE posts [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}">]>\n`;
    expect(await refusal(`${bomb}${rows('<row Id="1" Body="&b;" />')}`)).to.match(
      /^Posts\.xml:1: a dump declares no document type\. Remove the <!DOCTYPE/,
    );
  });

  it('is refused when it is not there', async () => {
    const problem = await readPosts(folder).catch((error: unknown) => (error as Error).message);
    expect(problem).to.equal(
      `${folder}:1: there is no such file. Give the Posts.xml of a Stack Exchange dump.`,
    );
  });

  it('is not one that has a byte order mark and Windows line ends', async () => {
    const whole = await readFile(SMALL, 'utf8');
    expect(await refusal(`\ufeff${whole.replaceAll('\n', '\r\n')}`)).to.equal('none');
  });
});

describe('the handle of an imported person', () => {
  const site = siteOf('dumps/coffee.stackexchange.com/Posts.xml');
  const named = (name: string) => handleFor(personOf(null, name), site);

  it('is made of the site and the number', () => {
    expect(handleFor(personOf(4, 'Ann'), site)).to.equal('coffee-user-4');
    expect(handleFor(personOf(-1, null), site)).to.equal('coffee-community');
    expect(handleFor(personOf(null, null), site)).to.equal('coffee-deleted-user');
  });

  it('is made of the name where there is no number', () => {
    expect(named('Zoë Ångström')).to.match(/^coffee-zoe-angstrom-[0-9a-f]{8}$/);
    expect(named('Zoë Ångström')).to.equal(named(' Zoë Ångström '));
  });

  it('is not that of somebody whose name only looks alike', () => {
    const handles = ['Zoë', 'Zoe', 'zoe', 'user 4', '北京', '東京', '!!!', '???'].map(named);

    expect(new Set(handles).size).to.equal(handles.length);
  });

  it('is always one that may be had', () => {
    const names = ['a', '-', '北京', 'x'.repeat(99), 'A very long name that-is-cut just here'];
    const sites = ['a', '', '---', 'a-very-long-name-of-a-site'];
    const handles = sites.flatMap((one) =>
      [personOf(2_147_483_647, null), ...names.map((name) => personOf(null, name))].map((person) =>
        handleFor(person, one),
      ),
    );

    for (const handle of handles) expect(handle).to.match(/^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/);
  });

  it('knows the site by the folder or the file', () => {
    expect(siteOf('/dumps/stackexchange-coffee-posts.xml')).to.equal('coffee');
    expect(siteOf('/dumps/android.stackexchange.com/Posts.xml')).to.equal('android');
    expect(siteOf('Posts.xml')).to.equal('import');
  });
});
