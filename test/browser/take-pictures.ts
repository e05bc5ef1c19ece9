import { launch } from '../support/browser.ts';
import { signIn } from './visitors.ts';

/**
 * Takes the README's pictures from a site that runs with the demonstration:
 * `node --import tsx test/browser/take-pictures.ts http://127.0.0.1:3000`
 */
const [baseURL = 'http://127.0.0.1:3000'] = process.argv.slice(2);

const browser = await launch();
const page = await browser.newPage({
  ...{ baseURL, viewport: { width: 1280, height: 900 } },
  reducedMotion: 'reduce',
});

await page.goto('/');
await page.screenshot({ path: '.pictures/home.png' });

await page.goto('/sign-in?next=/staff/audits');
await signIn(page, 'hannah@goodline.example');
await page.getByRole('link', { name: 'Roaming in Switzerland' }).click();
await page.getByRole('heading', { name: 'Your decision' }).waitFor();
await page.screenshot({ path: '.pictures/desk.png' });

await browser.close();
