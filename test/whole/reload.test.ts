import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../../src/ask.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { listPins } from '../../src/store/pins.ts';
import { startApp } from '../helpers/app.ts';
import { startBotProcess } from '../helpers/bot-process.ts';
import { copyFixtureCorpus, editFile } from '../helpers/corpus.ts';
import { read, startDesk, textOf } from '../helpers/desk.ts';
import { startStandIn } from '../helpers/discord/stand-in.ts';
import { reloaderOf } from '../helpers/reloader.ts';

const ACT = 'sources/harbour-act-2020.yaml';

async function startWithCopy() {
  const dir = copyFixtureCorpus();
  const app = await startApp({ CORPUS_DIR: dir });
  onTestFinished(() => app.stop());
  const about = async () =>
    textOf((await app.discord.slash({ command: 'ferry', subcommand: 'about' })).message);
  return { app, dir, about };
}

test('a changed corpus is taken over whole, without a restart', async () => {
  const { app, dir, about } = await startWithCopy();
  const before = app.services.knowledge.index.corpus.hash;
  editFile(join(dir, 'corpus.yaml'), 'from three made-up sources', 'from the harbour');
  expect(await about()).toContain('from three made-up sources');
  expect(await app.reload()).toBe('swapped');
  expect(await about()).toContain('from the harbour');
  expect(app.log.find(({ event }) => event === 'corpus-reloaded')).toMatchObject({ before });
  expect(app.services.knowledge.index.corpus.hash).not.toBe(before);
  expect((await app.services.metrics.read()).text).not.toContain(before);
});

test('a faulty corpus is refused with its faults in the log, and the old one stays', async () => {
  const { app, dir, about } = await startWithCopy();
  const { index } = app.services.knowledge;
  editFile(join(dir, ACT), 'kind: statute', 'kind: rumour');
  editFile(join(dir, 'corpus.yaml'), 'from three made-up sources', 'from nowhere');
  expect(await app.reload()).toBe('refused');
  expect(app.services.knowledge.index).toBe(index);
  expect(await about()).toContain('from three made-up sources');
  const refused = app.log.find(({ event }) => event === 'corpus-refused');
  expect(refused).toMatchObject({ level: 'error', faults: 1 });
  expect(String(refused?.['first'])).toContain('kind can\'t be "rumour"');
  editFile(join(dir, ACT), 'kind: rumour', 'kind: statute');
  expect(await app.reload()).toBe('swapped');
});

test('an unchanged corpus changes nothing, and a folder that is gone neither', async () => {
  const { app, dir } = await startWithCopy();
  const { index } = app.services.knowledge;
  expect(await app.reload()).toBe('unchanged');
  rmSync(join(dir, 'sources'), { recursive: true });
  expect(await app.reload()).toBe('refused');
  expect(app.services.knowledge.index).toBe(index);
});

test('what changes during a reload is read by another one after it', async () => {
  const { app, dir } = await startWithCopy();
  editFile(join(dir, 'corpus.yaml'), 'shortName: NFS', 'shortName: NF2');
  const first = app.reload();
  const second = app.reload();
  expect(app.reload()).toBe(second);
  editFile(join(dir, 'corpus.yaml'), 'shortName: NF2', 'shortName: NF3');
  await Promise.all([first, second]);
  expect(app.services.knowledge.index.corpus.info.shortName).toBe('NF3');
});

test('after several changes, one of them faulty, corpus and index are those of a fresh start', async () => {
  const { app, dir } = await startWithCopy();
  const file = join(dir, ACT);
  editFile(join(dir, 'status.yaml'), 'The ferry runs.', 'The ferry sails.');
  expect(await app.reload()).toBe('swapped');
  const text = readFileSync(file, 'utf8');
  rmSync(file);
  expect(await app.reload()).toBe('refused');
  writeFileSync(file, text.replace('kind: statute', 'kind: rumour'));
  expect(await app.reload()).toBe('refused');
  writeFileSync(file, text.replaceAll('crossing', 'passage by night'));
  expect(await app.reload()).toBe('swapped');
  const { corpus, units } = app.services.knowledge.index;
  const fresh = buildIndex(loadCorpus(dir));
  expect(corpus).toEqual(fresh.corpus);
  const said = (all: typeof units) =>
    all.map(({ texts, context, numbers, latent }) => ({ texts, context, numbers, latent }));
  expect(said(units)).toEqual(said(fresh.units));
  expect(units.flatMap(({ texts }) => texts).some(({ spelt }) => spelt.includes('by night'))).toBe(
    true,
  );
});

test('commands are registered anew when the corpus gives them another name, and only then', async () => {
  const { app, dir } = await startWithCopy();
  const { writes } = app.discord.commands;
  const atStart = writes.length;
  editFile(join(dir, 'corpus.yaml'), 'Made up for tests.', 'All made up.');
  await app.reload();
  expect(writes).toHaveLength(atStart);
  editFile(join(dir, 'corpus.yaml'), 'command: ferry', 'command: boat');
  await app.reload();
  expect(writes.at(-1)?.names).toContain('boat');
  const outcome = await app.discord.slash({ command: 'boat', subcommand: 'about' });
  expect(textOf(outcome.message)).toContain('Night Ferry Scheme');
});

test('a corpus is taken over while Discord hangs over the commands of the one before', async () => {
  const { app, dir, about } = await startWithCopy();
  const hanging = app.discord.fail({ path: /\/commands/, hangMs: 60_000, times: 1 });
  editFile(join(dir, 'corpus.yaml'), 'Made up for tests.', 'All made up.');
  void app.reload();
  await expect.poll(about).toContain('All made up.');
  editFile(join(dir, 'corpus.yaml'), 'All made up.', 'Made up again.');
  void app.reload();
  await expect.poll(about).toContain('Made up again.');
  hanging.remove();
});

test('pinned cards follow', async () => {
  const dir = copyFixtureCorpus();
  const desk = await startDesk({ CORPUS_DIR: dir });
  onTestFinished(() => desk.stop());
  await read(await desk.mod('pin', { source: 'harbour-act-2020' }));
  const { guild, channel } = desk.discord.world;
  const card = () =>
    desk.discord
      .messages(channel)
      .find(({ interaction, deleted }) => interaction === null && !deleted);
  const { corpus } = desk.app.services.knowledge.index;
  const said = [...corpus.sources.values()].find(({ id }) => id === 'harbour-act-2020')?.summary.en;
  expect(textOf(card() ?? null)).toContain(said);
  const pin = async () => (await listPins(desk.app.services.store, guild.id))[0]?.contentHash;
  const before = await pin();
  editFile(join(dir, ACT), said as string, 'A law about boats at night.');
  await desk.app.reload();
  await expect.poll(pin).not.toBe(before);
  expect(textOf(card() ?? null)).toContain('A law about boats at night.');
});

test('no answer waits 100 ms while the whole corpus is taken over', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'mpp-whole-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  cpSync('corpus', dir, { recursive: true });
  const { reloader, knowledge } = reloaderOf(dir);
  const before = knowledge.index.corpus;
  onTestFinished(() => reloader.stop());
  editFile(join(dir, 'corpus.yaml'), 'version: ', 'version:  ');
  let outcome: string | undefined;
  void reloader.reload().then((reached) => {
    outcome = reached;
  });
  const started = performance.now();
  const waits: number[] = [];
  while (outcome === undefined) {
    // Of this thread alone, so that a busy machine isn't taken for a slow bot.
    const used = process.threadCpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 2));
    const { user, system } = process.threadCpuUsage(used);
    waits.push((user + system) / 1000);
  }
  const [ms, longest] = [performance.now() - started, Math.max(...waits)].map(Math.round);
  if (process.env['SHOW_TIMES'])
    process.stdout.write(`reload ${ms} ms, longest wait ${longest} ms\n`);
  expect(outcome).toBe('swapped');
  expect(waits.length).toBeGreaterThan(10);
  expect(longest).toBeLessThan(100);
  expect(knowledge.index.corpus.hash).not.toBe(before.hash);
  expect(ask(knowledge.index, 'How many people were returned under MPP?').kind).not.toBe(
    'declined',
  );
});

test('SIGHUP reloads, and --watch reloads by itself; the process stays', async () => {
  const dir = copyFixtureCorpus();
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const bot = startBotProcess(discord, { CORPUS_DIR: dir }, ['--watch']);
  onTestFinished(async () => void (await bot.stop()));
  await bot.ready();
  bot.signal('SIGHUP');
  await bot.logged('corpus-unchanged');
  editFile(join(dir, 'corpus.yaml'), 'shortName: NFS', 'shortName: NF2');
  await bot.logged('corpus-reloaded');
  editFile(join(dir, ACT), 'kind: statute', 'kind: rumour');
  await bot.logged('corpus-refused');
  expect(await bot.stop()).toBe(0);
});
