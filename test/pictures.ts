/** `npm run pictures [NAME…]`: the pictures in README.md, taken from the playground with the real corpus. */
import { commands } from '../commands/index.ts';
import { loadConfig } from '../src/config.ts';
import { createLog } from '../src/ops/log.ts';
import { openPlayground } from '../src/playground.ts';
import { launchBrowser } from './helpers/browser.ts';

const FOLDER = 'docs/pictures';
/** Wide enough for a row of buttons, and narrow enough to be read on a phone, where a picture is as wide as the page. */
const NARROW = { width: 520, height: 2600 };
const WIDE = { width: 1000, height: 640 };

interface Shot {
  typed: string;
  role?: 'moderator';
  /** A text of the message that is waited for. */
  says?: string;
}

/** File name → what is typed. */
const MESSAGES: Record<string, Shot> = {
  answer: { typed: '/mpp ask How many people were granted asylum?' },
  compare: { typed: '/mpp compare topic:d-kidnap-share' },
  timeline: { typed: '/mpp timeline from:2021-12-01 to:2021-12-10' },
  declined: { typed: '/mpp ask How many people will be returned next year?' },
  pin: {
    typed:
      '/mpp-mod pin source:trac-mpp-vs-non-mpp-2019-12-19 review_days:90 reason:asked every week',
    role: 'moderator',
    says: 'Pinned by the moderators',
  },
};

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
const config = loadConfig({ HTTP_PORT: '0', LOG_LEVEL: 'error' });
const playground = await openPlayground(config, createLog(config), commands);
playground.app.warmUp();
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: NARROW,
  deviceScaleFactor: 2,
  colorScheme: 'dark',
  reducedMotion: 'reduce',
});

async function open(role?: string): Promise<void> {
  await page.goto(`${playground.address}/${role ? `?role=${role}` : ''}`);
  await page.waitForSelector('html[data-ready]');
}

async function take(name: string, { typed, role, says }: Shot): Promise<void> {
  await open(role);
  await page.locator('#typed').fill(`${typed} `);
  await page.locator('.send').click();
  const message = says
    ? page.locator('.message', { hasText: says }).last()
    : page.locator('.message').last();
  await message.getByText(says ?? 'Only you can see this').waitFor();
  await page.mouse.move(0, 0);
  // The page's own buttons aren't Discord's; the times, so that a picture changes only when what it shows does.
  await page.evaluate(
    `for (const tools of document.querySelectorAll('.tools')) tools.remove();
     for (const time of document.querySelectorAll('time')) time.textContent = '10:24 AM';
     Promise.all([...document.images].map((image) => image.decode().catch(() => {})))`,
  );
  await message.screenshot({ path: `${FOLDER}/${name}.png` });
  for (const button of await page.getByRole('button', { name: 'Dismiss message' }).all())
    await button.click();
  process.stdout.write(`${FOLDER}/${name}.png\n`);
}

for (const [name, shot] of Object.entries(MESSAGES)) if (isWanted(name)) await take(name, shot);
if (isWanted('playground')) {
  await page.setViewportSize(WIDE);
  await open();
  await page.locator('#typed').pressSequentially('/mpp ask how many');
  await page.locator('#popup [role=option]').nth(3).waitFor();
  await page.screenshot({ path: `${FOLDER}/playground.png` });
  process.stdout.write(`${FOLDER}/playground.png\n`);
}
await browser.close();
await playground.close();
