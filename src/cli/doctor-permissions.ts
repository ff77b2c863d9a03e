/** What the bot may do in each channel of a server. */
import {
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  PermissionFlagsBits as Bit,
  ChannelType,
  OverwriteType,
} from 'discord-api-types/v10';
import type { Finding } from './doctor.ts';

/** Commands work without any of these; what each is needed for is said with it. */
const WANTED: readonly [name: string, bit: bigint, purpose: string][] = [
  ['View Channel', Bit.ViewChannel, 'anything but commands'],
  ['Send Messages', Bit.SendMessages, 'posting by itself'],
  ['Send Messages in Threads', Bit.SendMessagesInThreads, 'answering in posts and threads'],
  ['Read Message History', Bit.ReadMessageHistory, 'replying, and finding its pins'],
  ['Embed Links', Bit.EmbedLinks, 'showing links well'],
  ['Pin Messages', Bit.PinMessages, 'pinning cards'],
];
/** Channels in which a bot can write. */
const TEXT: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
]);
/** Most channels that are named; how many more there are is said. */
const MOST_CHANNELS = 15;

type Server = { id: string; name: string };

/** One finding for each channel in which something is missing, or one for the whole server. */
export function channelFindings(
  server: Server,
  channels: readonly APIChannel[],
  roles: readonly APIRole[],
  member: APIGuildMember,
): Finding[] {
  const texts = channels.filter(({ type }) => TEXT.has(type));
  const base = serverPermissions(server, roles, member);
  const lacking = texts
    .map((channel) => {
      const allowed = inChannel(server, base, member, channel);
      return { channel, missing: WANTED.filter(([, bit]) => (allowed & bit) !== bit) };
    })
    .filter(({ missing }) => missing.length > 0);
  const ok: Finding = {
    level: 'ok',
    what: 'permissions',
    found: `${server.name}: everything in ${texts.length - lacking.length} of ${texts.length} channels`,
  };
  const named = lacking.slice(0, MOST_CHANNELS).map(({ channel, missing }): Finding => {
    const name = 'name' in channel ? channel.name : '?';
    // Without the first, all others are missing as well.
    const seen = missing.some(([, bit]) => bit === Bit.ViewChannel) ? missing.slice(0, 1) : missing;
    const what = seen.map(([words, , purpose]) => `${words} (for ${purpose})`).join(', ');
    return {
      level: 'note',
      what: 'permissions',
      found: `${server.name} #${name}: lacks ${what}`,
      mend: `commands work all the same; to allow it: #${name}, Edit Channel, Permissions, the bot's role`,
    };
  });
  const more = lacking.length - named.length;
  return [
    ok,
    ...named,
    ...(more > 0
      ? [
          {
            level: 'note',
            what: 'permissions',
            found: `${server.name}: and ${more} more channels`,
          } as const,
        ]
      : []),
  ];
}

function serverPermissions({ id }: Server, roles: readonly APIRole[], member: APIGuildMember) {
  const mine = roles.filter((role) => role.id === id || member.roles.includes(role.id));
  return mine.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
}

/** Discord's order: everyone, then the roles together, then the member; what is allowed later wins. */
function inChannel(
  { id }: Server,
  base: bigint,
  member: APIGuildMember,
  channel: APIChannel,
): bigint {
  if ((base & Bit.Administrator) !== 0n) return Object.values(Bit).reduce((all, bit) => all | bit);
  const overwrites: readonly APIOverwrite[] =
    'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
  const apply = (bits: bigint, those: readonly APIOverwrite[]) => {
    const denied = those.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = those.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  };
  const everyone = overwrites.filter((overwrite) => overwrite.id === id);
  const ofRoles = overwrites.filter(
    (overwrite) => overwrite.type === OverwriteType.Role && member.roles.includes(overwrite.id),
  );
  const own = overwrites.filter((overwrite) => overwrite.id === member.user.id);
  const bits = apply(apply(apply(base, everyone), ofRoles), own);
  return (bits & Bit.ViewChannel) === 0n ? 0n : bits;
}
