/** `npm run retrieval`: ranks the passages of a public test collection, to see what the search is worth on foreign text. */
import { parseArgs } from 'node:util';
import { EXIT } from '../errors.ts';
import { createCollectionSearch } from '../search/collection.ts';
import { readCollection } from './collection-files.ts';
import { type CliCommand, UsageError } from './command.ts';

const USAGE = `npm run --silent retrieval -- DIR > RUN
       DIR holds corpus.jsonl {_id, title, text} and queries.jsonl {_id, text}, or the same with .gz
       RUN is a TREC run: "qid Q0 docid rank score tag" a line, best first, at most 1000 a question`;

/** Ranks that a question gets; what TREC's tools take. */
const RANKS = 1000;
const TAG = 'mpp-bot';
/** Digits after the point; keeps the order of all but equal scores. */
const DIGITS = 6;

export const retrievalCommand: CliCommand = {
  name: 'retrieval',
  summary: 'rank the passages of a public test collection',
  usage: USAGE,
  async run(args, { stdout }) {
    const [dir, ...rest] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
    if (dir === undefined) throw new UsageError('say which folder');
    if (rest.length > 0) throw new UsageError(`one folder at a time, not also "${rest[0]}"`);
    const { passages, questions } = readCollection(dir);
    const search = createCollectionSearch(passages);
    for (const question of questions) {
      const lines = search(question.text, RANKS).map(
        ({ id, score }, i) => `${question.id} Q0 ${id} ${i + 1} ${score.toFixed(DIGITS)} ${TAG}\n`,
      );
      if (!stdout.write(lines.join(''))) {
        await new Promise((resolve) => stdout.once('drain', resolve));
      }
    }
    return EXIT.ok;
  },
};
