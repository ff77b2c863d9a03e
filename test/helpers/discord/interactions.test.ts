import { MessageFlags, Routes } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type AnsweringBot, startAnsweringBot } from './bot-for-tests.ts';
import { COMMANDS } from './commands-for-tests.ts';
import { button, row, say, select } from './payloads-for-tests.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

let discord: StandIn;
let bot: AnsweringBot;

beforeAll(async () => {
  discord = await startStandIn({ commands: COMMANDS });
  bot = await startAnsweringBot(discord);
});

afterAll(async () => {
  await bot.client.destroy();
  await discord.close();
});

afterEach(async () => {
  await bot.handled();
  expect(discord.unknownRoutes).toEqual([]);
});

const ask = (extra: Partial<Parameters<StandIn['slash']>[0]> = {}) =>
  discord.slash({ command: 'mpp', subcommand: 'ask', options: { question: 'Why?' }, ...extra });
const v2 = (...components: object[]) => ({
  flags: MessageFlags.IsComponentsV2 as const,
  components: components as never[],
});

test('a deferred reply is loading until its edit, which final() waits for', async () => {
  bot.onCommand(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(v2(say('Found it.')));
    await interaction.followUp({ content: 'And more.', flags: MessageFlags.Ephemeral });
  });
  const outcome = await ask();
  expect(outcome).toMatchObject({ type: 5, deferred: true, ephemeral: true });
  expect(discord.text(await outcome.final())).toBe('Found it.');
  expect(outcome.message?.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  expect((await outcome.followUp()).content).toBe('And more.');
});

test('the first follow-up after a defer takes the place of the reply', async () => {
  bot.onCommand(async (interaction) => {
    await interaction.deferReply();
    await interaction.followUp('Here.');
  });
  const outcome = await ask();
  expect((await outcome.final()).content).toBe('Here.');
  expect(outcome.followUps).toEqual([]);
});

test('withResponse returns the message, and the reply can be fetched, edited and deleted', async () => {
  bot.onCommand(async (interaction) => {
    const response = await interaction.reply({ content: 'One', withResponse: true });
    expect(response.resource?.message?.content).toBe('One');
    expect((await interaction.fetchReply()).content).toBe('One');
    await interaction.editReply('Two');
    await interaction.deleteReply();
  });
  const outcome = await ask();
  const { message } = outcome;
  await discord.until(() => message?.deleted, 'the deletion');
  expect(message?.history.map((state) => state.content)).toEqual(['One']);
});

test('a second answer gets 40060, an answer after three seconds 10062', async () => {
  const seen: unknown[] = [];
  bot.onCommand(async (interaction) => {
    await interaction.reply('First');
    interaction.replied = false;
    await interaction.reply('Second').catch((error) => seen.push(error.code));
  });
  await ask();
  await bot.handled();
  expect(seen).toEqual([40060]);

  bot.onCommand(async (interaction) => {
    discord.clock.advance(3_001);
    await interaction.reply('Late').catch((error) => seen.push(error.code));
  });
  await expect(ask({ timeoutMs: 100 })).rejects.toThrow(/Discord refused .*10062/s);
  expect(seen).toEqual([40060, 10062]);
});

test('follow-ups need an answer first and end with the token after 15 minutes', async () => {
  const seen: unknown[] = [];
  bot.onCommand(async (interaction) => {
    await interaction.webhook.send('Too early').catch((error) => seen.push(error.code));
    await interaction.reply('Now');
    discord.clock.advance(15 * 60_000 + 1);
    await interaction.editReply('Too late').catch((error) => seen.push(error.code));
  });
  await ask();
  await bot.handled();
  expect(seen).toEqual([10015, 50027]);
});

test('a refused answer is noted, and the bot may try another', async () => {
  bot.onCommand(async (interaction) => {
    await interaction
      .reply({ content: 'x'.repeat(2001) })
      .catch(() => interaction.reply('Shorter.'));
  });
  const outcome = await ask();
  expect(outcome.response['content']).toBe('Shorter.');
  expect(outcome.refused).toMatchObject([
    { status: 400, body: { errors: { data: { content: {} } } } },
  ]);
});

test('buttons update their message, by label or custom id, for the reader only', async () => {
  const stranger = discord.world.addUser({ name: 'stranger' });
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const components = [say('Short.'), row(button({ label: 'More', custom_id: 'more' }))];
      await interaction.reply({
        ...v2(...components),
        flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
      });
    } else if (interaction.isButton()) {
      await interaction.update(v2(say(`Long: ${interaction.customId}.`)));
    }
  });
  const { message } = await ask();
  await expect(discord.press(message, 'less')).rejects.toThrow('it has: more (More)');
  await expect(discord.press(message, 'more', { user: stranger })).rejects.toThrow('does not see');
  const pressed = await discord.press(message, { label: 'More' });
  expect(pressed.type).toBe(7);
  expect(pressed.message).toBe(message);
  expect(message && discord.text(message)).toBe('Long: more.');
  await expect(discord.press(message, 'more')).rejects.toThrow('no component');
});

test('a select hands over its values, checked against its options', async () => {
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.reply({ content: 'Pick', components: [row(select())] as never[] });
    } else if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `Picked ${interaction.values}`, components: [] });
    }
  });
  const { message } = await ask();
  await expect(discord.press(message, 'pick', { values: ['v9'] })).rejects.toThrow('no value "v9"');
  const picked = await discord.press(message, 'pick', { values: ['v1'] });
  expect(picked).toMatchObject({ type: 6, deferred: true });
  expect((await picked.final()).content).toBe('Picked v1');
});

test('a modal is filled in and submitted', async () => {
  const label = (text: string, component: object) => ({ type: 18, label: text, component });
  const options = [
    { label: 'Old', value: 'old' },
    { label: 'Wrong', value: 'wrong' },
  ];
  bot.on(async (interaction) => {
    if (interaction.isChatInputCommand()) {
      await interaction.showModal({
        custom_id: 'why',
        title: 'What was wrong?',
        components: [
          label('Kind', { type: 21, custom_id: 'kind', options }),
          label('More', { type: 4, custom_id: 'more', style: 2, required: false, max_length: 10 }),
          label('Where', { type: 8, custom_id: 'where', required: false }),
        ] as never[],
      });
    } else if (interaction.isModalSubmit()) {
      const { fields } = interaction;
      const where = fields.getSelectedChannels('where')?.first()?.id;
      await interaction.reply(
        `${fields.getRadioGroup('kind')} ${fields.getTextInputValue('more')} ${where}`,
      );
    }
  });
  const opened = await ask();
  expect(opened.type).toBe(9);
  expect(opened.modal?.['title']).toBe('What was wrong?');
  await expect(discord.submitModal(opened, {})).rejects.toThrow('"kind" is required');
  await expect(discord.submitModal(opened, { kind: 'new' })).rejects.toThrow('no value "new"');
  await expect(discord.submitModal(opened, { kind: 'old', more: 'x'.repeat(11) })).rejects.toThrow(
    '0 to 10 characters',
  );
  const { channel } = discord.world;
  const outcome = await discord.submitModal(opened, { kind: 'old', more: 'stale', where: channel });
  expect(outcome.message?.content).toBe(`old stale ${channel.id}`);
});

test('a user install alone gets five follow-ups, and ephemeral replies where external apps are off', async () => {
  const guild = discord.world.addGuild({ installed: false, everyonePermissions: 1n << 10n });
  const channel = [...discord.world.channels.values()].find((item) => item.guildId === guild.id);
  if (channel === undefined) throw new Error('no channel');
  const codes: unknown[] = [];
  bot.onCommand(async (interaction) => {
    await interaction.reply('Reply');
    for (let i = 0; i < 6; i += 1) {
      await interaction.followUp(`${i}`).catch((error) => codes.push(error.code));
    }
  });
  const outcome = await ask({ channel, userInstalled: true });
  await bot.handled();
  expect(codes).toEqual([40094]);
  expect(outcome.followUps).toHaveLength(5);
  expect(outcome.ephemeral).toBe(true);
});

test('a callback that does not fit its interaction is refused', async () => {
  bot.onCommand(async (interaction) => {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    for (const type of [7, 8]) {
      const body = { type, data: { content: 'a', choices: [] } };
      await bot.client.rest.post(route, { body, auth: false }).catch(() => {});
    }
    await interaction.reply('Fine.');
  });
  const outcome = await ask();
  expect(outcome.refused.map(({ status }) => status)).toEqual([400, 400]);
});
