/** `npm run doctor`: what is wrong with this installation, and how to mend it. Changes nothing. */
import { parseArgs } from 'node:util';
import { type Config, loadConfig } from '../config.ts';
import { loadCorpus } from '../corpus/load.ts';
import { ConfigError, CorpusError, EXIT } from '../errors.ts';
import { type CliCommand, UsageError } from './command.ts';
import { checkDatabase } from './doctor-database.ts';
import { checkDiscord } from './doctor-discord.ts';

const USAGE = `npm run doctor -- [options]
  --guild ID   look at the channels of this server only (default: DISCORD_GUILD_ID, else every server)
  --json       the findings as one JSON object
  Exits with 0 when nothing is wrong (notes are no faults), 1 when something is, 69 when Discord refuses the token,
  78 when the configuration or the corpus is at fault.`;

/** Ok; worth knowing; to be mended. */
export type Level = 'ok' | 'note' | 'fault';

export interface Finding {
  level: Level;
  /** What was looked at, in a word. */
  what: string;
  found: string;
  /** What to do about it. */
  mend?: string;
  /** The exit code of a fault, where it isn't 1. */
  exitCode?: number;
}

/** Days after which a corpus is called old. */
const OLD_AFTER_DAYS = 180;
const DAY_MS = 86_400_000;
const OLDEST_NODE = 24;

export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'look for what is wrong with this installation',
  usage: USAGE,
  async run(args, { stdout, env }) {
    const { values } = parseArgs({
      args,
      options: { guild: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (values.guild !== undefined && !/^\d{17,20}$/.test(values.guild))
      throw new UsageError('--guild takes the id of a server (17 to 20 digits)');
    const findings = await examine(env, values.guild);
    stdout.write(
      values.json ? `${JSON.stringify({ findings }, null, 2)}\n` : findingsToTerminal(findings),
    );
    const faults = findings.filter(({ level }) => level === 'fault');
    return faults.length === 0 ? EXIT.ok : (faults[0]?.exitCode ?? EXIT.fault);
  },
};

/** Everything that can be looked at from here, in the order in which it is to be mended. */
async function examine(env: NodeJS.ProcessEnv, guild: string | undefined): Promise<Finding[]> {
  const findings = [checkNode(process.versions.node)];
  let config: Config;
  try {
    config = loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [
      ...findings,
      ...error.problems.map(
        (found): Finding => ({
          level: 'fault',
          what: 'settings',
          found,
          mend: 'see docs/CONFIG.md',
          exitCode: EXIT.config,
        }),
      ),
    ];
  }
  findings.push({ level: 'ok', what: 'settings', found: 'every variable can be read' });
  findings.push(checkCorpus(config, Date.now()));
  findings.push(await checkDatabase(config));
  findings.push(...(await checkDiscord(config, guild ?? config.DISCORD_GUILD_ID)));
  findings.push(await checkProcess(config));
  return findings;
}

function checkNode(version: string): Finding {
  return Number.parseInt(version, 10) >= OLDEST_NODE
    ? { level: 'ok', what: 'node', found: `version ${version}` }
    : {
        level: 'fault',
        what: 'node',
        found: `version ${version} is older than ${OLDEST_NODE}`,
        mend: 'run it by the npm scripts, which bring their own, or install a newer one',
      };
}

function checkCorpus({ CORPUS_DIR }: Config, now: number): Finding {
  try {
    const { info, sources } = loadCorpus(CORPUS_DIR);
    const days = Math.floor((now - Date.parse(info.version)) / DAY_MS);
    const found = `${sources.size} sources, version of ${info.version}, ${days} days old`;
    return days > OLD_AFTER_DAYS
      ? {
          level: 'note',
          what: 'corpus',
          found,
          mend: 'look for a newer version of the bot, or add what happened since (docs/CORPUS.md)',
        }
      : { level: 'ok', what: 'corpus', found };
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    return {
      level: 'fault',
      what: 'corpus',
      found: `${error.faults.length} fault(s) in ${CORPUS_DIR}`,
      mend: 'npm run corpus -- check names each with its line',
      exitCode: EXIT.config,
    };
  }
}

/** Whether the bot runs here, by its own health page. */
async function checkProcess({ HTTP_HOST, HTTP_PORT }: Config): Promise<Finding> {
  const host = /^(?:0\.0\.0\.0|::)$/.test(HTTP_HOST) ? '127.0.0.1' : HTTP_HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${HTTP_PORT}/readyz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const words = (await response.text()).trim().slice(0, 200);
    if (response.ok && words === 'ready')
      return { level: 'ok', what: 'process', found: `the bot runs and is ready (${url})` };
    if (response.status === 503) {
      return {
        level: 'fault',
        what: 'process',
        found: `the bot runs but is not ready: ${words}`,
        mend: 'wait a minute and look again; its log says more',
      };
    }
    return {
      level: 'fault',
      what: 'process',
      found: `something else answers at ${url}`,
      mend: 'set HTTP_PORT to a free port',
    };
  } catch {
    return {
      level: 'note',
      what: 'process',
      found: `no bot runs here (${url})`,
      mend: 'npm start',
    };
  }
}

function findingsToTerminal(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ level, what, found, mend }) => [
    `${level.padEnd(5)}  ${what.padEnd(11)}  ${found}`,
    ...(mend ? [`${' '.repeat(20)}→ ${mend}`] : []),
  ]);
  const faults = findings.filter(({ level }) => level === 'fault').length;
  const sum = faults === 0 ? 'nothing is wrong' : `${faults} to mend`;
  return `${lines.join('\n')}\n\n${sum}\n`;
}
