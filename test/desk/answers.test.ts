import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDraft, MOST_TEXT } from '../../src/discord/answer-form.ts';
import { listAnswers } from '../../src/store/answers.ts';
import { copyFixtureCorpus, editFile } from '../helpers/corpus.ts';
import { type Desk, read, startDesk, textOf } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(async () => {
  const faults = desk.faults();
  await desk.stop();
  expect(faults).toEqual([]);
});

const PASSAGE = 'harbour-act-2020#f02';
const FORM = {
  questions: 'Where do I buy a ticket for the ferry?\n¿Dónde se compra el boleto?',
  text: 'At the kiosk by the pier.\nIt opens at six. <@&1> [x](https://evil.example)',
};
const guildId = () => desk.discord.world.guild.id;
const answers = () => listAnswers(desk.app.services.store, guildId());

async function write(fields: Record<string, unknown> = FORM) {
  const opened = await desk.mod('answer add', { passage: PASSAGE });
  return desk.discord.submitModal(opened, fields);
}

test('an answer is written in a form, and members are shown it before the passages, marked as the community’s', async () => {
  expect(await read(await write())).toMatch(/^Saved\. This is what members see:/);
  const shown = await desk.ask('where can i buy a ferry ticket?');
  expect(await read(shown)).toMatch(
    /^### Answer of this community\nAt the kiosk by the pier\.\nIt opens at six\. .+\n-# Written by the moderators of this server \(moderator, .+\), not part of the collection\n\*\*It rests on\*\*\nUnder the Harbour Act/,
  );
  expect(await read(shown)).toContain('nobody pays more than 2 crowns');
  expect(shown.message?.pings).toEqual([]);
  expect(await read(shown)).not.toMatch(/\]\(https:\/\/evil/);
});

test('it is found in either language, by any of its wordings, and not by another question', async () => {
  await write();
  const title = /Answer of this community|Respuesta de esta comunidad/;
  expect(await read(await desk.ask('¿Dónde se compra el boleto?'))).toMatch(title);
  expect(await read(await desk.ask('How much does the night ferry cost?'))).not.toMatch(title);
  expect(await read(await desk.ask('Where is the moon?'))).not.toMatch(title);
});

test('it is not shown in another server', async () => {
  await write();
  const other = desk.discord.world.addGuild({ name: 'Other' });
  const channel = [...desk.discord.world.channels.values()].find((one) => one.guildId === other.id);
  const shown = await desk.ask('where can i buy a ferry ticket?', channel ? { channel } : {});
  expect(await read(shown)).not.toMatch(/community/);
});

test('a shared copy and a turned page have it too, and when it is gone the button says so', async () => {
  await write();
  const shown = await desk.ask('where can i buy a ferry ticket?');
  const copy = await desk.discord.press(shown.message, { label: 'Share' });
  expect(textOf(copy.message)).toMatch(/^### Answer of this community[\s\S]+Shared by a member/);
  const [{ id = '' } = {}] = await answers();
  await desk.mod('answer remove', { answer: id });
  expect(await read(await desk.discord.press(shown.message, { label: 'Share' }))).toMatch(
    /older version/,
  );
});

test('of two who edit at once, the second is shown what stands there, keeps what they typed and can send it again', async () => {
  await write();
  const [{ id = '' } = {}] = await answers();
  const first = await desk.mod('answer edit', { answer: id });
  const second = await desk.mod('answer edit', { answer: id });
  await desk.discord.submitModal(first, { ...FORM, text: 'First.' });
  const refused = await desk.discord.submitModal(second, { ...FORM, text: 'Second.' });
  expect(await read(refused)).toMatch(
    /Not saved yet; what you wrote is kept\.\nmoderator has changed this answer meanwhile\. This is what stands there:\nFirst\./,
  );
  const again = await desk.discord.press(refused.message, { label: 'Open the form again' });
  expect(JSON.stringify(again.modal)).toContain('"value":"Second."');
  await desk.discord.submitModal(again);
  expect(await answers()).toMatchObject([{ text: 'Second.', revision: 3 }]);
});

test.each([
  ['no word to find it by', { questions: 'what is it?' }, /no word by which it could be found/],
  ['personal data', { questions: 'Is ferry ticket T-1234 valid?' }, /holds personal data/],
  [
    'too many lines',
    {
      questions:
        'ferry a\n'.repeat(4) +
        'b ferry\nc ferry\nd ferry\ne ferry\nf ferry\ng ferry\nh ferry\ni ferry',
    },
    /more than 8/,
  ],
  ['a line that is too long', { questions: `ferry ${'x'.repeat(220)}` }, /longer than 200/],
])('a form with %s is kept, not saved, and said in words', async (_name, fields, words) => {
  const refused = await write({ ...FORM, ...fields });
  expect(await read(refused)).toMatch(words);
  expect(await answers()).toEqual([]);
  const again = await desk.discord.press(refused.message, { label: 'Open the form again' });
  expect(JSON.stringify(again.modal)).toContain(JSON.stringify(fields.questions).slice(1, 40));
});

test('Discord keeps people from writing more than fits; the longest that fits is shown whole', async () => {
  const opened = await desk.mod('answer add', { passage: PASSAGE });
  const long = 'a*_~`|[]'.repeat(MOST_TEXT / 8);
  await expect(desk.discord.submitModal(opened, { ...FORM, text: `${long}x` })).rejects.toThrow(
    /takes 0 to 1200 characters/,
  );
  expect(await read(await desk.discord.submitModal(opened, { ...FORM, text: long }))).toContain(
    'Saved',
  );
  const shown = await desk.ask('where can i buy a ferry ticket?');
  expect(shown.refused).toEqual([]);
  expect((await read(shown)).split('\n')[1]).toHaveLength(2 * MOST_TEXT - MOST_TEXT / 8);
});

test('a database that fails keeps nothing from the one who asks', async () => {
  await write();
  const { db } = desk.app.services.store;
  await db.schema.alterTable('settings').renameTo('elsewhere').execute();
  const shown = await desk.ask('How much does the night ferry cost?');
  await db.schema.alterTable('elsewhere').renameTo('settings').execute();
  expect(await read(shown)).toContain('nobody pays more than 2 crowns');
  expect(desk.app.log.some(({ event }) => event === 'store-failed')).toBe(true);
  desk.app.log.length = 0;
});

test('when all that it rests on has left the corpus, members are not shown it and moderators are told', async () => {
  await write();
  const corpus = copyFixtureCorpus();
  for (const [from, to] of [['id: f02', 'id: f09']] as const)
    editFile(`${corpus}/sources/harbour-act-2020.yaml`, from, to);
  for (const file of ['disagreements', 'timeline', 'status', 'overviews'])
    try {
      editFile(`${corpus}/${file}.yaml`, 'harbour-act-2020#f02', 'harbour-act-2020#f09');
    } catch {
      // Not every file names it.
    }
  await desk.app.restart({ CORPUS_DIR: corpus });
  await desk.discord.ready();
  expect(await read(await desk.ask('where can i buy a ferry ticket?'))).not.toMatch(/community/);
  expect(await read(await desk.mod('answer list'))).toContain('Not shown to members');
});

test('a wording that reads like advice is saved with a warning', async () => {
  const saved = await write({ ...FORM, questions: 'Can I get my ticket for the ferry back?' });
  expect(await read(saved)).toMatch(/reads like a request for advice[\s\S]+Saved/);
});

test('the draft of a saved form is gone', async () => {
  const opened = await desk.mod('answer add', { passage: PASSAGE });
  const id = String(opened.modal?.['custom_id']).split(':')[1];
  const { store } = desk.app.services;
  expect(await findDraft(store, guildId(), id)).toBeDefined();
  await desk.discord.submitModal(opened, FORM);
  expect(await findDraft(store, guildId(), id)).toBeUndefined();
});
