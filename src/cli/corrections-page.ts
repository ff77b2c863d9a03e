/** docs/CORRECTIONS.md: which passages were corrected after readers may have seen them. */

import { corrections, readHistory } from '../corpus/history.ts';
import { loadCorpus } from '../corpus/load.ts';

const INTRODUCTION = `# Corrections

<!-- Written by: npm run docs, from corpus/history.yaml -->

Passages that said something else in an earlier version of the corpus, newest first. What a passage said before stands
in the history of its file. \`npm run corpus -- corrections\` also lists what isn't recorded yet, and
\`npm run ask -- --receipt ID\` says of an answer which of its passages were corrected since.
`;

/** The page; all of it comes from the record and the corpus. */
export function correctionsPage(): string {
  const corpus = loadCorpus('corpus');
  const listed = corrections(readHistory('corpus'));
  if (listed.length === 0) return `${INTRODUCTION}\nNone so far.\n`;
  const rows = listed.map(({ id, kind, date, version }) => {
    const passage = corpus.passages.get(id);
    const now = passage ? passage.text.en.replaceAll('|', '\\|') : '';
    return `| ${date} | ${version} | \`${id}\` | ${kind} | ${now} |`;
  });
  const head =
    '| date | version | passage | what | what it says now |\n| --- | --- | --- | --- | --- |';
  return `${INTRODUCTION}\n${head}\n${rows.join('\n')}\n`;
}
