/** What the doctor asks Discord: is the token good, are the clocks together, what may the bot do where. */
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIChannel,
  type APIGatewayBotInfo,
  type APIGuildMember,
  type APIRole,
  ApplicationFlags,
  type APIPartialGuild as Guild,
} from 'discord-api-types/v10';
import type { Config } from '../config.ts';
import { EXIT } from '../errors.ts';
import type { Finding } from './doctor.ts';
import { channelFindings } from './doctor-permissions.ts';

/** How far the clocks may be apart in seconds: an answer to an interaction has three. */
const MOST_SKEW_S = 2;
/** Fewest starts that should be left for the day; Discord takes the token away from a bot that has none. */
const FEWEST_STARTS = 20;
/** Most servers whose channels are looked at, so that Discord isn't asked for thousands. */
const MOST_GUILDS = 20;
const PATIENCE_MS = 10_000;

/** The one that MESSAGE_CONTENT asks for. */
const CONTENT = 'Message Content';
/** Privileged intents that may be switched on in the portal; the bot asks for none of them by itself. */
const PRIVILEGED: readonly [string, ApplicationFlags][] = [
  ['Presence', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [CONTENT, ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited],
];

/** The findings that need Discord; one alone when it can't be asked. */
export async function checkDiscord(config: Config, guild: string | undefined): Promise<Finding[]> {
  if (!config.DISCORD_TOKEN) {
    return [
      {
        level: 'note',
        what: 'token',
        found: 'DISCORD_TOKEN is not set, so npm start opens the playground',
        mend: 'README.md, "Put it on a server", says in five steps how to get one',
      },
    ];
  }
  const get = reader(config);
  let application: APIApplication;
  let serverTime: number;
  const asked = Date.now();
  try {
    const answer = await get<APIApplication>('/applications/@me');
    application = answer.body;
    serverTime = answer.date;
  } catch (error) {
    return [explain(error, config)];
  }
  const local = (asked + Date.now()) / 2;
  const findings: Finding[] = [
    { level: 'ok', what: 'token', found: `${application.name} (${application.id})` },
    checkClock((local - serverTime) / 1000),
    checkIntents(application.flags ?? 0, config.MESSAGE_CONTENT),
  ];
  try {
    findings.push(await checkStarts(get));
    findings.push(await checkCommands(get, application.id, config.DISCORD_GUILD_ID));
    findings.push(...(await checkGuilds(get, application.id, guild)));
  } catch (error) {
    findings.push(explain(error, config));
  }
  return findings;
}

type Get = <T>(path: string) => Promise<{ body: T; date: number }>;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, path: string) {
    super(`Discord answered ${status} to ${path}`);
    this.status = status;
  }
}

/** Reads from Discord's REST interface; nothing is ever written. */
function reader({ DISCORD_API_URL, DISCORD_TOKEN }: Config): Get {
  return async (path) => {
    const response = await fetch(`${DISCORD_API_URL.replace(/\/+$/, '')}/v10${path}`, {
      headers: { Authorization: `Bot ${DISCORD_TOKEN}`, 'User-Agent': 'DiscordBot (mpp-bot, 0)' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Refused(response.status, path);
    const date = Date.parse(response.headers.get('date') ?? '');
    return { body: (await response.json()) as never, date: date + 500 };
  };
}

function explain(error: unknown, { DISCORD_API_URL }: Config): Finding {
  if (error instanceof Refused) {
    if (error.status === 401) {
      return {
        level: 'fault',
        what: 'token',
        found: 'Discord does not accept it',
        mend: 'copy a new one from the developer portal (Bot, Reset Token) into DISCORD_TOKEN',
        exitCode: EXIT.refusedByDiscord,
      };
    }
    return {
      level: 'fault',
      what: 'discord',
      found: error.message,
      mend:
        error.status === 429
          ? 'too many requests: wait some minutes'
          : 'look at https://discordstatus.com, and try again',
    };
  }
  const cause =
    error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
  const why = cause?.code ?? cause?.message ?? (error instanceof Error ? error.name : 'unknown');
  return {
    level: 'fault',
    what: 'discord',
    found: `${DISCORD_API_URL} can't be reached: ${why}`,
    mend: 'check the network, a proxy, and DISCORD_API_URL',
  };
}

/** @param skew seconds by which this machine is ahead */
function checkClock(skew: number): Finding {
  if (Number.isNaN(skew)) return { level: 'note', what: 'clock', found: 'Discord named no time' };
  const apart = `${Math.abs(skew).toFixed(1)} s ${skew > 0 ? 'ahead of' : 'behind'} Discord's`;
  return Math.abs(skew) <= MOST_SKEW_S
    ? { level: 'ok', what: 'clock', found: apart }
    : {
        level: 'fault',
        what: 'clock',
        found: apart,
        mend: 'switch on time synchronisation (timedatectl set-ntp true)',
      };
}

function checkIntents(flags: number, wantsContent: boolean): Finding {
  const on = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  if (wantsContent && !on.includes(CONTENT))
    return {
      level: 'fault',
      what: 'intents',
      found: `MESSAGE_CONTENT is on, but ${CONTENT} is off in the developer portal: Discord refuses the connection`,
      mend: 'switch it on (Bot, Privileged Gateway Intents), or set MESSAGE_CONTENT=off',
    };
  const needless = on.filter((name) => !(wantsContent && name === CONTENT));
  if (needless.length > 0)
    return {
      level: 'note',
      what: 'intents',
      found: `on in the developer portal: ${on.join(', ')}`,
      mend: 'switch off what is not needed (Bot, Privileged Gateway Intents)',
    };
  const found = wantsContent
    ? `${CONTENT} is on, as MESSAGE_CONTENT asks`
    : 'no privileged intent is needed, and none is on';
  return { level: 'ok', what: 'intents', found };
}

async function checkStarts(get: Get): Promise<Finding> {
  const { body } = await get<APIGatewayBotInfo>('/gateway/bot');
  const { remaining, total, reset_after } = body.session_start_limit;
  const found = `${remaining} of ${total} starts are left`;
  return remaining >= FEWEST_STARTS
    ? { level: 'ok', what: 'starts', found }
    : {
        level: 'fault',
        what: 'starts',
        found,
        mend: `leave the bot stopped for ${Math.ceil(reset_after / 3_600_000)} h, and find out why it restarts: without starts Discord resets the token`,
      };
}

async function checkCommands(
  get: Get,
  application: string,
  guild: string | undefined,
): Promise<Finding> {
  const scope = guild ? `/guilds/${guild}` : '';
  const { body } = await get<APIApplicationCommand[]>(
    `/applications/${application}${scope}/commands`,
  );
  const names = body.map(({ name }) => `/${name}`).join(', ');
  return names === ''
    ? {
        level: 'fault',
        what: 'commands',
        found: 'none is registered',
        mend: 'npm run register, or start the bot with REGISTER_COMMANDS=on',
      }
    : {
        level: 'ok',
        what: 'commands',
        found: `registered ${guild ? 'there' : 'everywhere'}: ${names}`,
      };
}

async function checkGuilds(get: Get, bot: string, only: string | undefined): Promise<Finding[]> {
  const { body: all } = await get<Guild[]>('/users/@me/guilds');
  if (all.length === 0) {
    return [
      {
        level: 'note',
        what: 'servers',
        found: 'the bot is on no server',
        mend: 'open its install link (developer portal, Installation) and choose one',
      },
    ];
  }
  const chosen = all.filter(({ id }) => !only || id === only);
  if (chosen.length === 0) {
    return [
      {
        level: 'fault',
        what: 'servers',
        found: `the bot is not on server ${only}`,
        mend: 'check the id, or add the bot there by its install link',
      },
    ];
  }
  const findings: Finding[] = [
    {
      level: 'ok',
      what: 'servers',
      found: `${all.length}${chosen.length > MOST_GUILDS ? `; the first ${MOST_GUILDS} were looked at, --guild ID looks at one` : ''}`,
    },
  ];
  for (const { id, name } of chosen.slice(0, MOST_GUILDS)) {
    const [channels, roles, member] = await Promise.all([
      get<APIChannel[]>(`/guilds/${id}/channels`),
      get<APIRole[]>(`/guilds/${id}/roles`),
      get<APIGuildMember>(`/guilds/${id}/members/${bot}`),
    ]);
    findings.push(...channelFindings({ id, name }, channels.body, roles.body, member.body));
  }
  return findings;
}
