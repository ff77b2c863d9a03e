/** The pages that people read: links lead somewhere, and what they list is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { ask } from '../../src/ask.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const pages = ['.', 'docs', 'docs/decisions'].flatMap((dir) =>
  readdirSync(dir)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(dir, name)),
);

test.each(pages)('%s: links to files lead somewhere', (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target);
  expect(targets.filter((target) => !existsSync(join(dirname(page), target ?? '')))).toEqual([]);
});

test('docs/ARCHITECTURE.md names every folder of src', () => {
  const page = read('docs/ARCHITECTURE.md');
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.filter(({ name }) => !page.includes(`\`src/${name}\``))).toEqual([]);
});

test('README.md counts the sources, lists every subcommand with its options and names scripts that exist', () => {
  const readme = read('README.md');
  const { info, sources } = loadCorpus('corpus');
  expect(readme).toContain(`${sources.size} sources`);
  const members = commands.groups.find(({ audience }) => audience === 'everyone');
  for (const subcommand of members?.subcommands ?? []) {
    const row = new RegExp(`^\\| \`/${info.command} ${subcommand.name}\\b.*$`, 'm').exec(
      readme,
    )?.[0];
    expect(row, subcommand.name).toBeDefined();
    for (const option of Object.keys(subcommand.options)) expect(row).toContain(option);
  }
  // Those of moderators by name; docs/COMMANDS.md has their options.
  for (const { group, name } of commands.groups.flatMap(({ subcommands }) => subcommands))
    expect(readme).toMatch(
      new RegExp(`\`/${info.command}(?:-mod)? ${group ? `${group} ` : ''}${name}\\b`),
    );
  const { scripts } = JSON.parse(read('package.json'));
  for (const [, script] of readme.matchAll(/npm run ([a-z]+)/g))
    expect(Object.keys(scripts)).toContain(script);
});

test('the question at the top of README.md is answered', () => {
  const question = /npm run ask -- "(.+)"/.exec(read('README.md'))?.[1] ?? '';
  expect(ask(buildIndex(loadCorpus('corpus')), question).kind).not.toBe('declined');
});

test('the Dockerfile takes the Node of .nvmrc and copies what exists', () => {
  const dockerfile = read('Dockerfile');
  for (const [, version] of dockerfile.matchAll(/^FROM node:(\d+)/gm))
    expect(version).toBe(read('.nvmrc').trim());
  const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, sources]) => sources?.split(' ') ?? [],
  );
  const ignored = read('.dockerignore');
  for (const path of copied) {
    expect(existsSync(path), path).toBe(true);
    expect(ignored).toContain(`!${path}\n`);
  }
});
