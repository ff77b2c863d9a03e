import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { commandDefinitions } from '../../src/discord/register.ts';
import { validateCommands } from '../helpers/discord/command-shapes.ts';

const definitions = commandDefinitions(commands, loadCorpus('corpus'));

test('every file in commands/ is in the list', async () => {
  const listed = new Set<unknown>([
    ...commands.groups.flatMap(({ subcommands }) => subcommands),
    ...commands.components,
    ...commands.menus,
    ...commands.forms,
  ]);
  const files = globSync('commands/*/*.ts');
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const exported = Object.values(await import(resolve(file)));
    expect(exported.length, file).toBeGreaterThan(0);
    for (const handler of exported) expect(listed, file).toContain(handler);
  }
});

test('every action of a component or form is there once', () => {
  for (const handlers of [commands.components, commands.forms]) {
    const actions = handlers.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  }
});

test('Discord accepts the definitions', () => {
  expect(() => validateCommands(JSON.parse(JSON.stringify(definitions)))).not.toThrow();
});

test('every description and choice is in both languages, in all our locales, within 100 characters', () => {
  const check = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) {
      if (key.endsWith('_localizations')) {
        const texts = entry as Record<string, string>;
        expect(Object.keys(texts), path).toEqual(['en-US', 'en-GB', 'es-ES', 'es-419']);
        expect(texts['es-ES'], path).not.toBe(texts['en-US']);
        for (const text of Object.values(texts)) {
          expect(text.length, `${path}: ${text}`).toBeLessThanOrEqual(100);
          expect(text.trim(), path).not.toBe('');
        }
      } else check(entry, `${path}.${key}`);
    }
  };
  check(definitions, '');
});

test('what is for members is there everywhere, for everyone', () => {
  const [members] = definitions;
  expect(members).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  expect(members).not.toHaveProperty('default_member_permissions');
});

test('what is for moderators is there in servers only, for those who manage messages', () => {
  const others = definitions.filter(({ name }) => /-mod$|^Pin /.test(name));
  expect(others).toHaveLength(2);
  for (const definition of others)
    expect(definition).toMatchObject({
      default_member_permissions: '8192',
      integration_types: [0],
      contexts: [0],
    });
});

test('every handler that changes what a server has is for moderators, but for votes and posts of one’s own', () => {
  const forEveryone = [...commands.components, ...commands.forms]
    .filter(({ audience }) => audience !== 'moderators')
    .map(({ action }) => action);
  const reading = [
    'asked',
    'card',
    'cite',
    'compare',
    'forget',
    'list',
    'more',
    'open',
    'share',
    'near',
    'source',
    'story',
    'style',
    'term',
  ];
  expect(forEveryone.sort()).toEqual(
    [...reading, 'time', 'vote', 'why', 'lookup', 'lookup', 'solved'].sort(),
  );
});
