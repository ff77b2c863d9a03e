/**
 * Writes into a store without end and says after each write that it was acknowledged, one number a line.
 * usage: node test/numbers/writer.ts URL GUILD
 */
import { writeSync } from 'node:fs';
import { addAnswer } from '../../src/store/answers.ts';
import { createStore } from '../../src/store/store.ts';

const [url = '', guildId = ''] = process.argv.slice(2);
const store = createStore(url);
await store.start();
for (let number = 0; ; number++) {
  // An answer, an entry of the history and a new revision: three tables in one transaction.
  const content = {
    wordings: [`ferry ${number}`],
    text: String(number),
    passages: [],
    languages: [],
  };
  const saved = await addAnswer(store, guildId, content, { id: '1', name: 'Ana' });
  if (!saved) break;
  writeSync(1, `${number}\n`);
}
