/** The bot in the test's own process, connected to a stand-in for Discord. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import type { Pace } from '../../src/discord/qa-channels/gather.ts';
import type { TurnLimits } from '../../src/discord/turns.ts';
import { createLog } from '../../src/ops/log.ts';
import type { ReloadOutcome } from '../../src/reload.ts';
import type { Services } from '../../src/services.ts';
import type { LogLine } from './bot-process.ts';
import { type StandIn, type StandInOptions, startStandIn } from './discord/stand-in.ts';

/** So that tests don't wait for people who write in bits. */
const QUICK: Pace = { quietMs: 25, longestMs: 150 };

export interface RunningApp {
  discord: StandIn;
  log: LogLine[];
  /** The services of the bot that runs, for looking at what it keeps. */
  readonly services: Services;
  /** Why it can't answer, as /readyz says. */
  notReady(): Promise<string[]>;
  /** Lets the bot take over its changed corpus. */
  reload(): Promise<ReloadOutcome>;
  /** Stops the bot and starts another one, as after a new deployment; the messages on Discord stay. */
  restart(env?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a stand-in and the bot; resolves once the bot is ready. */
export async function startApp(
  env: Record<string, string> = {},
  standIn: StandInOptions = {},
  clock?: () => Date,
  pace: Pace = QUICK,
  limits?: TurnLimits,
): Promise<RunningApp> {
  const discord = await startStandIn(standIn);
  const log: LogLine[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'mpp-app-'));
  const start = async (more: Record<string, string> = {}) => {
    const config = loadConfig({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: `sqlite:${join(folder, 'mpp.db')}`,
      ...env,
      ...more,
    });
    const destination = { write: (line: string) => void log.push(JSON.parse(line)) };
    const app = createApp(config, createLog(config, destination), commands, () => {}, {
      ...(clock && { clock }),
      pace,
      ...(limits && { limits }),
    });
    await app.start();
    return app;
  };
  let app = await start();
  return {
    discord,
    log,
    get services() {
      return app.services;
    },
    reload: () => app.reload(),
    notReady: () => app.notReady(),
    async restart(more) {
      await app.stop();
      app = await start(more);
    },
    async stop() {
      await app.stop();
      await discord.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
