/**
 * Changes settings of one guild many times, several at once.
 * usage: node test/numbers/changer.ts URL GUILD FROM TO
 */
import { changeSettings } from '../../src/store/settings.ts';
import { createStore } from '../../src/store/store.ts';

const [url = '', guildId = '', from, to] = process.argv.slice(2);
/** Changes under way at once in this process. */
const AT_ONCE = 5;

const store = createStore(url);
await store.start();
let next = Number(from);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < Number(to)) {
      const cooldownSeconds = next++;
      await changeSettings(store, guildId, { cooldownSeconds }, { id: '1', name: 'Ana' });
    }
  }),
);
await store.stop();
