import { expect } from 'chai';
import sharp from 'sharp';

import { postAnswer } from '#src/forum/post-answer.ts';
import { removePost } from '#src/moderation/posts/remove-post.ts';
import { createMarkdown } from '#src/web/markdown.ts';
import { aCommunity } from '#test/support/community.ts';
import { aBomb, aPhonePicture, aPng } from '#test/support/files.ts';
import { aMember, aModerator, anAnsweredQuestion, aQuestion } from '#test/support/make.ts';
import { expectSound } from '../forum/reading.ts';

describe('a picture', () => {
  const community = aCommunity();
  const markdown = createMarkdown();
  const helper = () => aMember(community.owner, { level: 'helper' });

  type Answer = { src: string; markdown: string; error: string };
  const upload = async (file: Buffer, { by = helper(), name = 'shot.png', alt = '' } = {}) => {
    const posted = community
      .visit(await by)
      .post('/pictures')
      .field('alt', alt);
    const answer = await posted.attach('picture', file, name);
    return { status: answer.status, body: answer.body as Answer };
  };

  it('is uploaded by a script, which is told where it is', async () => {
    const answer = await upload(await aPng(), { alt: 'A [mast]' });

    expect(answer.status).to.equal(201);
    expect(answer.body.src).to.match(/^\/pictures\/[a-z]{26}-40x30\.webp$/);
    expect(answer.body.markdown).to.equal(`![A  mast](${answer.body.src})`);
  });

  it('is refused in words where it is none, is too long or says too much', async () => {
    const svg = await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    const bomb = await upload(aBomb(60_000, 60_000));
    const long = await upload(Buffer.alloc(9 * 2 ** 20));

    expect([svg.status, bomb.status, long.status]).to.deep.equal([422, 422, 413]);
    expect(svg.body.error).to.include('no picture we can take');
    expect(long.body.error).to.include('8 MB');
  });

  it('is nobody’s to upload who has not signed in or comes from another site', async () => {
    const file = await aPng();
    const signedOut = await community.visit().post('/pictures').attach('picture', file, 'x.png');
    const foreign = await community
      .visit(await helper())
      .post('/pictures')
      .set('sec-fetch-site', 'cross-site')
      .attach('picture', file, 'x.png');
    const other = await community
      .visit(await helper())
      .post('/ask/picture')
      .set('origin', 'https://evil.example')
      .attach('picture', file, 'x.png');

    expect([signedOut.status, foreign.status, other.status]).to.deep.equal([401, 403, 403]);
  });

  it('is served as nothing but a picture, and kept for long once all may see it', async () => {
    const author = await helper();
    const { body } = await upload(await aPhonePicture(), { by: Promise.resolve(author) });
    const question = await aQuestion(community.owner);
    const unused = await community.visit(author).get(body.src);
    const { id } = await community.perform(author, (work) =>
      postAnswer(work, markdown, { question: question.id, body: body.markdown }),
    );

    const served = await community.visit().get(body.src);
    const again = await community.visit().get(body.src).set('If-None-Match', served.headers.etag!);

    expect(unused.headers['cache-control']).to.equal('private, no-store');
    expect(served.headers).to.include({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
    });
    expect(served.headers['content-disposition']).to.match(/^inline; filename="[a-z0-9.-]+"$/);
    expect((await sharp(served.body as Buffer).metadata()).exif).to.equal(undefined);
    expect(again.status).to.equal(304);

    const moderator = await aModerator(community.owner);
    await community.perform(moderator, (work) =>
      removePost(work, { answer: id }, { reason: 'rude', note: '' }),
    );
    const gone = await community.visit().get(body.src).set('If-None-Match', served.headers.etag!);
    const seen = await community.visit(moderator).get(body.src);
    expect([gone.status, seen.status]).to.deep.equal([404, 200]);
  });

  it('is put into the text without scripts, with all that was typed', async () => {
    const asker = await helper();

    const page = await community
      .visit(asker)
      .post('/ask/picture')
      .field('title', 'Why is it so slow?')
      .field('body', 'Look at this:')
      .field('alt', 'Bars')
      .attach('picture', await aPng(), 'x.png');

    expect(page.status).to.equal(200);
    expectSound(page.text);
    expect(page.text).to.include('value="Why is it so slow?"');
    expect(page.text).to.match(
      />\nLook at this:\n\n!\[Bars\]\(\/pictures\/[a-z]{26}-40x30\.webp\)\n<\/textarea>/,
    );
  });

  it('is put into an answer and into a better version as well', async () => {
    const { question, answer, helper: author } = await anAnsweredQuestion(community.owner);
    const add = async (path: string) =>
      community
        .visit(author)
        .post(path)
        .field('body', 'So:')
        .field('version', '1')
        .field('alt', 'Bars')
        .attach('picture', await aPng(), 'x.png');

    for (const path of [`/q/${question.id}/answers/picture`, `/a/${answer.id}/edit/picture`]) {
      const page = await add(path);
      expect(page.status, path).to.equal(200);
      expectSound(page.text);
      expect(page.text).to.include('>\nSo:\n\n![Bars](/pictures/');
    }
  });

  it('wants to be described, and says what is wrong at its own fields', async () => {
    const visitor = community.visit(await helper());
    const send = (alt: string, file: Buffer) =>
      visitor
        .post('/ask/picture')
        .field('body', 'My text')
        .field('alt', alt)
        .attach('picture', file, 'x.png');

    const undescribed = await send('', await aPng());
    const broken = await send('Bars', Buffer.from('GIF89a'));

    expect([undescribed.status, broken.status]).to.deep.equal([422, 422]);
    expect(undescribed.text).to.include('href="#alt">Say what the picture shows');
    expect(broken.text).to.include('href="#picture">That file is damaged');
    expect(broken.text).to.include('>\nMy text</textarea>');
  });

  it('that is too long leaves the text to its writer', async () => {
    const page = await community
      .visit(await helper())
      .post('/ask/picture')
      .field('body', 'My long text')
      .field('alt', 'Bars')
      .attach('picture', Buffer.alloc(9 * 2 ** 20), 'x.png');

    expect(page.status).to.equal(413);
    expect(page.text).to.include('My long text');
  });

  it('is kept for after signing in only in words', async () => {
    const browser = community.visit();
    const refused = await browser
      .post('/ask/picture')
      .field('title', 'Why is it so slow?')
      .field('body', 'My text')
      .field('alt', 'Bars')
      .attach('picture', await aPng(), 'x.png');

    expect(refused.status).to.equal(401);
    expect((await browser.get('/ask')).text).to.include('>\nMy text</textarea>');
    expect(await community.db('pictures').where({ name: 'x' })).to.deep.equal([]);
  });

  it('holds nothing that is no text', async () => {
    const nul = await community
      .visit(await helper())
      .post('/ask/picture')
      .field('body', 'a\0b')
      .attach('picture', await aPng(), 'x.png');
    const parts = await community
      .visit(await helper())
      .post('/pictures')
      .type('multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="picture"; filename="a"\r\n\r\nGIF');

    expect([nul.status, parts.status]).to.deep.equal([422, 422]);
  });
});
