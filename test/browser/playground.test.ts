/** The playground in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { browserPath, launchBrowser, NO_BROWSER } from '../helpers/browser.ts';
import { startPlayground, type TestPlayground } from '../helpers/playground.ts';
import { startShowcase } from '../helpers/showcase.ts';

if (!browserPath) process.stderr.write(`${NO_BROWSER}\n`);

const WIDE = { width: 1200, height: 900 };
const PHONE = { width: 360, height: 740 };
const HOSTILE = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> "quoted" @everyone`;

describe.skipIf(!browserPath)('the playground in Chromium', () => {
  let browser: Browser;
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  let shown: TestPlayground;
  let page: Page;
  /** What the browser complained about: errors of scripts, and what the policy held back. */
  let complaints: string[] = [];

  beforeAll(async () => {
    [browser, playground, shown] = await Promise.all([
      launchBrowser(),
      startPlayground(),
      startShowcase(),
    ]);
    playground.app.warmUp();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([playground?.close(), shown?.close()]);
  });
  beforeEach(({ onTestFinished }) => {
    complaints = [];
    onTestFinished(async () => {
      await page.context().close();
      expect(complaints).toEqual([]);
    });
  });

  /** A fresh browser profile with the page open and ready. */
  async function open(
    where: TestPlayground,
    query: Record<string, string> = {},
    options: Parameters<Browser['newContext']>[0] = { viewport: WIDE },
  ): Promise<void> {
    const context = await browser.newContext(options);
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${where.address}/?${new URLSearchParams(query)}`);
    await page.waitForSelector('html[data-ready]');
  }

  /** Waits until one more message is there than before `act`. */
  async function nextMessage(act: () => Promise<unknown>) {
    const before = await page.locator('.message').count();
    await act();
    await page.locator('.message').nth(before).waitFor();
    // By its id, so that it stays the same one when others follow.
    return page.locator(`#${await page.locator('.message').nth(before).getAttribute('id')}`);
  }
  const type = async (text: string) => {
    await page.locator('#typed').focus();
    await page.keyboard.type(text);
  };
  const scrollsSideways = () =>
    page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');

  test('a newcomer asks, turns the page and shares, by the keyboard alone', async () => {
    await open(playground);
    await type('/mpp as');
    await page.locator('#popup [role=option]', { hasText: '/mpp ask' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Did it work?');
    await page.locator('#popup [role=option]').first().waitFor();
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    const first = await answer.innerText();
    expect(first).toContain('used /mpp ask');
    expect(first).toContain('Only you can see this');

    const id = await answer.getAttribute('id');
    await answer.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(`#${id}`).innerText()).not.toBe(first);
    expect(await page.locator(`#${id}`).innerText()).toMatch(/Page 2 of \d/);
    // The keyboard is still in the message whose page was turned.
    expect(await page.evaluate(`document.activeElement.closest('.message')?.id`)).toBe(id);

    const share = page.locator(`#${id}`).getByRole('button', { name: 'Share' });
    await share.focus();
    const shared = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await shared.innerText()).toContain('Shared by a member');
    expect(await shared.innerText()).not.toContain('Only you can see this');

    await open(playground, { role: 'moderator' });
    const seen = await page.locator('.message').allInnerTexts();
    expect(seen.filter((text) => text.includes('Shared by a member'))).toHaveLength(1);
    expect(seen.join()).not.toContain('Only you can see this');
  });

  test('suggestions can be chosen with the arrow keys', async () => {
    await open(playground);
    await type('/mpp ask how many');
    // Suggestions that come late would take the place of the one that is chosen.
    await page.waitForLoadState('networkidle');
    const option = page.locator('#popup [role=option]').nth(1);
    const words = await option.innerText();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await page.locator('.pill input').inputValue()).toBe(words);
  });

  test('options are named, chosen from their lists and checked before they are sent', async () => {
    await open(playground);
    await type('/mpp ask ');
    await page.keyboard.press('Enter');
    expect(await page.locator('#status').innerText()).toContain('question');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('#typed').fill('/mpp sources kind:court');
    const list = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await list.innerText()).toMatch(/sources, newest first/);
  });

  test('a source is opened from the menu of the list, and its payload is one click away', async () => {
    await open(playground);
    await page.locator('#typed').fill('/mpp sources ');
    const list = await nextMessage(() => page.keyboard.press('Enter'));
    await list.locator('.face').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const card = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await card.innerText()).toMatch(/What it says/);
    await card.getByRole('button', { name: 'JSON' }).click();
    expect(JSON.parse(await card.locator('.panel pre').innerText())).toHaveProperty('components');
  });

  test('the ranking of an answer is one click away', async () => {
    await open(playground);
    await page.locator('#typed').fill('/mpp ask How many people had a lawyer?');
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    await answer.getByRole('button', { name: 'Ranking' }).click();
    await answer.locator('.panel table').waitFor();
    expect(await answer.locator('.panel').innerText()).toMatch(/coverage \d\.\d\d × /);
  });

  test.each([
    ['es-419', '¿Funcionó?', /Fuentes/, 'Solo usted puede ver esto'],
    ['en-US', 'Did it work?', /Sources/, 'Only you can see this'],
  ])('%s: page and answer speak the language', async (locale, question, sources, isPrivate) => {
    await open(playground, { locale });
    await page.locator('#typed').fill(`/mpp ask ${question}`);
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await answer.innerText()).toMatch(sources);
    expect(await answer.innerText()).toContain(isPrivate);
  });

  test('the language and the role are switched on the page', async () => {
    await open(playground);
    await page.locator('#locale').selectOption('es-ES');
    await page.waitForURL(/locale=es-ES/);
    await page.waitForSelector('html[data-ready]');
    await page.locator('#role').selectOption('moderator');
    await page.waitForURL(/role=moderator/);
    expect(page.url()).toContain('locale=es-ES');
  });

  test.each([
    ['dark', 'light'],
    ['light', 'dark'],
  ] as const)('it is %s where the system is, and can be made %s', async (colorScheme, other) => {
    await open(playground, {}, { viewport: WIDE, colorScheme });
    const brightness = () =>
      page.evaluate<number>(
        `getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]`,
      );
    const before = await brightness();
    expect(before > 128).toBe(colorScheme === 'light');
    await page.locator('#theme').selectOption(other);
    expect((await brightness()) > 128).toBe(other === 'light');
    await page.reload();
    expect((await brightness()) > 128).toBe(other === 'light');
  });

  test.each([
    ['a phone', PHONE],
    ['a very narrow one', { width: 320, height: 600 }],
  ])('nothing scrolls sideways on %s', async (_, viewport) => {
    await open(playground, {}, { viewport, hasTouch: true });
    expect(await scrollsSideways()).toBe(false);
    await page.locator('#typed').fill('/mpp ask Did it work?');
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await scrollsSideways()).toBe(false);
    await answer.getByRole('button', { name: 'JSON' }).click();
    await answer.locator('.panel pre').waitFor();
    expect(await scrollsSideways()).toBe(false);
    await page.locator('#open-side').click();
    await page.getByRole('link', { name: 'announcements' }).waitFor();
    expect(await scrollsSideways()).toBe(false);
  });

  test('hostile text is shown as text, and no script runs', async () => {
    await open(shown);
    await type(HOSTILE);
    const post = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await post.innerText()).toContain(HOSTILE);
    await page.locator('#typed').fill(`/show everything words:${HOSTILE}`);
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await answer.innerText()).toContain(HOSTILE);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('.message script, .message [onerror]').count()).toBe(0);
  });

  test('the policy holds back a script that got into the page all the same', async () => {
    await open(shown);
    await page.evaluate(
      `document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror="window.hacked=1">')`,
    );
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.hacked=1' }))`,
    );
    await page.waitForTimeout(100);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(complaints.join()).toContain('Content Security Policy');
    complaints = [];
  });

  test('a form opens, is checked, and is sent with what was filled in', async () => {
    await open(shown);
    await page.locator('#typed').fill('/show everything ');
    const answer = await nextMessage(() => page.locator('.send').click());
    await answer.getByRole('button', { name: 'Open a form' }).click();
    const form = page.locator('dialog form');
    await form.getByLabel('Line').fill('one line');
    await form.getByLabel('First').first().check();
    await form.getByRole('button', { name: 'Submit' }).click();
    // The menu isn't filled in yet.
    await form.locator('.fault').waitFor();
    await form.locator('.face').click();
    await form.getByRole('option', { name: 'Second' }).click();
    await form.getByRole('checkbox', { name: 'Second' }).check();
    const sent = await nextMessage(() => form.getByRole('button', { name: 'Submit' }).click());
    expect(await sent.innerText()).toContain('one line | second | first | second');
    expect(await page.locator('dialog').isVisible()).toBe(false);
  });

  test('menus of every kind offer what there is', async () => {
    await open(shown);
    await page.locator('#typed').fill('/show everything ');
    const answer = await nextMessage(() => page.locator('.send').click());
    for (const [name, choice, said] of [
      ['string', 'Second', 'string: second'],
      ['user', 'Sam', /user: \d+/],
      ['role', '@Moderator', /role: \d+/],
      ['mentionable', 'Robin', /mentionable: \d+/],
      ['channel', '#general', /channel: \d+/],
    ] as const) {
      const select = answer.locator(`[data-select="echo:${name}"]`);
      await select.locator('.face').click();
      const reply = await nextMessage(() =>
        select.getByRole('option', { name: choice }).first().click(),
      );
      expect(await reply.innerText()).toMatch(said);
    }
  });

  test('options of every kind reach the bot', async () => {
    await open(shown);
    await page
      .locator('#typed')
      .fill('/show options text:some words number:7 flag:True person:Sam place:#general');
    await page.locator('#command .more').click();
    await page.locator('#popup [role=option]', { hasText: 'file' }).click();
    await page
      .locator('.pill input[type=file]')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') });
    const answer = await nextMessage(() => page.locator('.send').click());
    expect(await answer.innerText()).toContain('some words | 7 | true | sam | general | notes.txt');
  });

  test('an entry of the menu on a message answers about that message', async () => {
    await open(shown);
    await type('What does this message say?');
    const post = await nextMessage(() => page.keyboard.press('Enter'));
    await post.getByRole('button', { name: 'Apps' }).focus();
    await page.keyboard.press('Enter');
    const answer = await nextMessage(() => page.keyboard.press('Enter'));
    expect(await answer.innerText()).toContain('it says: What does this message say?');
  });

  test('a private answer is dismissed', async () => {
    await open(playground);
    await page.locator('#typed').fill('/mpp about ');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Dismiss message' }).last().waitFor();
    const before = await page.locator('.message').count();
    await page.getByRole('button', { name: 'Dismiss message' }).last().click();
    await expect.poll(() => page.locator('.message').count()).toBe(before - 1);
  });

  test('a post is opened in the forum', async () => {
    await open(shown);
    await page.getByRole('link', { name: 'questions' }).click();
    await page.locator('#new-post').getByLabel('Title').fill('How long did it take?');
    await page.locator('#new-post').getByLabel('Message').fill('I would like to know.');
    await page.getByRole('button', { name: 'New post' }).click();
    await page.locator('.message', { hasText: 'I would like to know.' }).waitFor();
    expect(await page.locator('#channels [aria-current=page]').innerText()).toContain('How long');
  });

  test('the five steps to go live are on the page', async () => {
    await open(playground);
    await page.getByText('Go live').click();
    expect(await page.locator('#steps li').count()).toBe(5);
  });
});
