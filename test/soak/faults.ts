/** What goes wrong during a soak, one after the other, while people go on asking. */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../helpers/discord/stand-in.ts';
import type { SoakBot } from './bot.ts';
import type { Chance } from './random.ts';

export interface Scene {
  discord: StandIn;
  bot: SoakBot;
  chance: Chance;
  /** The bot's SQLite file, and its copy of the corpus. */
  database: string;
  corpus: string;
  /** A small disk that the database lies on; undefined where none could be made. */
  disk: string | undefined;
}

export interface Trouble {
  name: string;
  /** Makes the trouble; it is over, or about to be, when this resolves. */
  make(scene: Scene): Promise<void>;
  /** Where it can't be made, why not. */
  skip?(scene: Scene): string | undefined;
}

const CALLBACK = /\/callback$/;

export const TROUBLES: readonly Trouble[] = [
  {
    name: 'answers of 500 and 502, in bursts',
    async make({ discord, chance }) {
      for (let i = 0; i < 20; i++) {
        discord.fail({
          path: CALLBACK,
          status: chance.oneOf([500, 502, 503]),
          times: 1 + chance.below(6),
        });
        await sleep(150);
      }
    },
  },
  {
    name: 'answers of 429, in bursts',
    async make({ discord, chance }) {
      for (let i = 0; i < 20; i++) {
        discord.fail({
          path: CALLBACK,
          status: 429,
          retryAfter: 0.1 + chance.next() / 2,
          times: 1 + chance.below(4),
        });
        await sleep(150);
      }
    },
  },
  {
    name: 'connections cut in mid-answer',
    async make({ discord, chance }) {
      for (let i = 0; i < 40; i++) {
        discord.fail({
          path: CALLBACK,
          cut: chance.oneOf(['close', 'reset'] as const),
          afterAccept: chance.next() < 0.5,
          times: 1 + chance.below(2),
        });
        await sleep(75);
      }
    },
  },
  {
    name: '10 s of silence of the REST side',
    async make({ discord }) {
      const hanging = discord.fail({ path: CALLBACK, hangMs: 10_000, times: 40 });
      await sleep(3_000);
      hanging.remove();
      await sleep(10_000);
    },
  },
  {
    name: '10 s of silence of the gateway',
    async make({ discord }) {
      discord.gateway.silence(10_000);
      await sleep(11_000);
    },
  },
  {
    name: 'the gateway killed, and resumed',
    async make({ discord }) {
      for (let i = 0; i < 3; i++) {
        discord.gateway.kill();
        await sleep(1_000);
      }
    },
  },
  {
    name: 'resume refused',
    async make({ discord }) {
      discord.gateway.drop({ resumable: false });
      await sleep(3_000);
      discord.gateway.invalidateSessions();
      await sleep(3_000);
    },
  },
  {
    name: 'the gateway away for 4 s',
    async make({ discord }) {
      discord.gateway.refuse(4_000);
      discord.gateway.kill();
      await sleep(5_000);
    },
  },
  {
    name: 'a zombie connection: open, and nothing comes',
    async make({ discord }) {
      const before = discord.gateway.identifies.length + discord.gateway.resumes;
      discord.gateway.silence(60_000);
      await discord.until(
        () => discord.gateway.identifies.length + discord.gateway.resumes > before,
        'the bot to leave the zombie',
        60_000,
      );
    },
  },
  {
    name: 'database locked by another process, 1 and 4 s',
    async make({ database }) {
      for (const ms of [1_000, 4_000]) {
        const other = new DatabaseSync(database);
        other.exec('begin immediate');
        await sleep(ms);
        other.exec('commit');
        other.close();
        await sleep(500);
      }
    },
  },
  {
    name: 'disk full for 3 s',
    skip: ({ disk }) => (disk ? undefined : 'no small disk could be mounted'),
    async make({ disk }) {
      const filler = join(disk as string, 'filler');
      await new Promise((resolve) =>
        spawn('dd', ['if=/dev/zero', `of=${filler}`, 'bs=4k'], { stdio: 'ignore' }).on(
          'close',
          resolve,
        ),
      );
      await sleep(3_000);
      await new Promise((resolve) => spawn('rm', [filler]).on('close', resolve));
    },
  },
  {
    name: 'clock jumps: an hour forward, two back, one forward',
    async make({ bot }) {
      for (const signal of ['SIGUSR2', 'SIGWINCH', 'SIGWINCH', 'SIGUSR2'] as const) {
        bot.signal(signal);
        await sleep(1_500);
      }
    },
  },
  {
    name: 'the corpus swapped 5 times, twice by a faulty one',
    async make({ bot, corpus }) {
      const file = join(corpus, 'corpus.yaml');
      const good = readFileSync(file, 'utf8');
      try {
        for (let i = 0; i < 5; i++) {
          const isFaulty = i % 2 === 1;
          const text = good.replace(/^version: .*$/m, `version: 2025-01-0${i + 1}`);
          writeFileSync(file, isFaulty ? text.replace('languages:', 'tongues:') : text);
          const event = isFaulty ? 'corpus-refused' : 'corpus-reloaded';
          const before = bot.count(event);
          bot.signal('SIGHUP');
          if (!(await bot.logged(event, before + 1)))
            throw new Error(`the corpus was not taken (${event})`);
        }
      } finally {
        writeFileSync(file, good);
      }
    },
  },
];

/** What ends the bot for good: how, and the exit code that docs/ARCHITECTURE.md names. */
export const ENDS: readonly { name: string; code: number; make(scene: Scene): void }[] = [
  {
    name: 'token revoked: close code 4004',
    code: 69,
    make: ({ discord }) => discord.gateway.closeWith(4004),
  },
  {
    name: 'intents disallowed: close code 4014',
    code: 69,
    make: ({ discord }) => discord.gateway.closeWith(4014),
  },
  { name: 'SIGTERM under load', code: 0, make: ({ bot }) => void bot.signal('SIGTERM') },
];
