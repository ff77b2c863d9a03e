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
    ...commands.messageMenu,
  ]);
  const files = globSync('commands/*/*.ts');
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const exported = Object.values(await import(resolve(file)));
    expect(exported.length, file).toBeGreaterThan(0);
    for (const handler of exported) expect(listed, file).toContain(handler);
  }
});

test('every action of a component is there once', () => {
  const actions = commands.components.map(({ action }) => action);
  expect(new Set(actions).size).toBe(actions.length);
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

test('no definition asks for a privileged permission or is kept from members', () => {
  for (const definition of definitions) {
    expect(definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(definition).not.toHaveProperty('default_member_permissions');
  }
});
