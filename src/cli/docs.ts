/** `npm run docs`: writes the pages that are generated from the code, so that they can't contradict it. */
import { writeFileSync } from 'node:fs';
import { EXIT } from '../errors.ts';
import type { CliCommand } from './command.ts';
import { configPage, envExample } from './config-docs.ts';
import { correctionsPage } from './corrections-page.ts';
import { readmeWithSample } from './readme-sample.ts';

/** File → its content. A test fails while a file differs from this. */
export const GENERATED_FILES: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/CONFIG.md': configPage,
  // discord.js is loaded for this page only.
  'docs/COMMANDS.md': async () => (await import('./commands-docs.ts')).commandsPage(),
  '.env.example': envExample,
  'README.md': readmeWithSample,
  'docs/CORRECTIONS.md': correctionsPage,
};

export const docsCommand: CliCommand = {
  name: 'docs',
  summary: 'write the generated pages',
  usage: 'npm run docs',
  async run(_args, { stdout }) {
    for (const [file, content] of Object.entries(GENERATED_FILES)) {
      writeFileSync(file, await content());
      stdout.write(`${file}\n`);
    }
    return EXIT.ok;
  },
};
