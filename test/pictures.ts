/** `npm run pictures`: the pictures in README.md, taken from the playground with the real corpus. */
import { commands } from '../commands/index.ts';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/ops/log.ts';
import { openPlayground } from '../src/playground.ts';
import { launchBrowser } from './helpers/browser.ts';

const FOLDER = 'docs/pictures';
/** File name → what is typed. */
const MESSAGES = {
  answer: '/mpp ask How many people had a lawyer?',
  declined: '/mpp ask How many people will be returned next year?',
  source: '/mpp source trac-mpp-vs-non-mpp-2019-12-19',
};
const SIZE = { width: 1000, height: 1000 };

const config = loadConfig({ HTTP_PORT: '0', LOG_LEVEL: 'error' });
const playground = await openPlayground(config, createLog(config), commands);
playground.app.warmUp();
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: SIZE,
  deviceScaleFactor: 2,
  colorScheme: 'dark',
  reducedMotion: 'reduce',
});
await page.goto(playground.address);
await page.waitForSelector('html[data-ready]');
for (const [name, typed] of Object.entries(MESSAGES)) {
  await page.locator('#typed').fill(`${typed} `);
  await page.locator('.send').click();
  const message = page.locator('.message').last();
  await message.getByText('Only you can see this').waitFor();
  await page.mouse.move(0, 0);
  // So that a picture changes only when what it shows does.
  await page.evaluate(
    `for (const time of document.querySelectorAll('time')) time.textContent = '10:24 AM';`,
  );
  await message.screenshot({ path: `${FOLDER}/${name}.png` });
  await message.getByRole('button', { name: 'Dismiss message' }).click();
  await message.waitFor({ state: 'detached' });
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}
await page.locator('#typed').pressSequentially('/mpp ask how many');
await page.locator('#popup [role=option]').nth(3).waitFor();
await page.setViewportSize({ width: 1000, height: 640 });
await page.screenshot({ path: `${FOLDER}/playground.png` });
process.stdout.write(`${FOLDER}/playground.png\n`);
await browser.close();
await playground.close();
