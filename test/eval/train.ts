/**
 * `npm run train`: fits the weights of the ranking and of the decision, writes them to src and prints how well they do
 * on questions that they haven't seen (cross-validated). No random numbers: the same corpus, sets and ranking give the
 * same weights. Each stage works on what the ones before it find.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCorpus } from '../../src/corpus/load.ts';
import { buildIndex } from '../../src/search/build.ts';
import { rankingModel } from '../../src/search/rank.ts';
import { trainBreadth } from './train/breadth.ts';
import { trainConfidence } from './train/confidence.ts';
import { percent } from './train/numbers.ts';
import { trainRanking } from './train/ranking.ts';
import { answerableRows, decisionRows } from './train/rows.ts';

// "npm run train | head" closes the pipe early; the models are written all the same.
process.stdout.on('error', () => undefined);

const index = buildIndex(loadCorpus('corpus'));

const ranking = trainRanking(index, answerableRows());
out(ranking.report);
writeModel('search/ranking-model.json', { weights: ranking.weights });
// What follows learns from what the new ranking finds.
Object.assign(rankingModel, ranking.weights);

const breadth = trainBreadth(index, answerableRows());
out(breadth.report);
writeModel('answer/breadth-model.json', breadth.model);

const { model, tradeOffs } = trainConfidence(index, decisionRows());
for (const { wrongDeclines, declined, threshold } of tradeOffs) {
  out(
    `decision, cross-validated: ${percent(wrongDeclines, 1)} wrong declines → ${percent(declined, 1)} declined of what reaches the search, threshold ${threshold.toFixed(3)}`,
  );
}
writeModel('answer/confidence-model.json', model);

function writeModel(path: string, content: object): void {
  const file = fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
  out(`wrote src/${path}`);
}

function out(line: string): void {
  process.stdout.write(`${line}\n`);
}
