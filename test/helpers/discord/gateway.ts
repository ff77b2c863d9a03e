// The gateway: WebSocket sessions with identify, heartbeats, sequence numbers, resume and replay, and ways to break it.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { shardOfGuild } from './clock.ts';
import { INTENT, type Publication } from './entities.ts';
import { type Fields, isFields } from './shape.ts';
import type { Signal } from './signal.ts';
import { guildCreateWire, memberWire, userWire } from './wire.ts';
import type { World } from './world.ts';

const SENDS_PER_MINUTE = 120;
/** Discord lets one shard of a bucket identify in so many milliseconds. */
const IDENTIFY_MS = 5_000;
const HIGHEST_INTENTS = 2 ** 26 - 1;

/** Close code and reason. */
type Farewell = [code: number, reason: string];

export type Identify = { at: number; shard: [id: number, count: number]; intents: number };

type Session = {
  id: string;
  shard: [id: number, count: number];
  intents: number;
  sequence: number;
  /** Everything sent so far, for replay. */
  sent: { sequence: number; text: string }[];
  connection: Connection | null;
  resumable: boolean;
};

type Connection = {
  socket: WebSocket;
  session: Session | null;
  silentUntil: number;
  held: string[];
  sends: number[];
};

export type GatewayOptions = {
  world: World;
  signal: Signal;
  token: string;
  intentsAllowed: number;
  heartbeatMs: number;
  /** Buckets of shards in which one may identify within five seconds; undefined: as many as come. */
  identifyBuckets: number | undefined;
  applicationFlags: number;
  url: () => string;
  /** Whether the bot may see this channel; events of others are withheld. */
  sees: (channelId: string) => boolean;
};

export type Gateway = ReturnType<typeof createGateway>;

/** Makes the gateway; `upgrade` takes the HTTP server's upgrade requests. */
export function createGateway(options: GatewayOptions) {
  const { world, signal } = options;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const connections = new Set<Connection>();
  const identifies: Identify[] = [];
  const early: Identify[] = [];
  const overlaps: number[] = [];
  const outages: { from: number; to: number }[] = [];
  let resumes = 0;
  let refusedUntil = 0;
  let refused = 0;

  const push = (connection: Connection, message: unknown) =>
    pushText(connection, JSON.stringify(message));
  const pushText = (connection: Connection, text: string) => {
    if (Date.now() < connection.silentUntil) connection.held.push(text);
    else if (connection.socket.readyState === connection.socket.OPEN) connection.socket.send(text);
  };

  function dispatch(session: Session, t: string, d: unknown): void {
    session.sequence += 1;
    const text = JSON.stringify({ op: Op.Dispatch, t, s: session.sequence, d });
    session.sent.push({ sequence: session.sequence, text });
    if (session.connection !== null) pushText(session.connection, text);
  }

  /** What is wrong with an identify; undefined when it is accepted. */
  function identifyFault(
    d: Fields,
    shard: [number, number],
    intents: number,
  ): Farewell | undefined {
    if (d['token'] !== options.token) return [4004, 'Authentication failed.'];
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return [4010, 'Invalid shard.'];
    if (!Number.isInteger(intents) || intents < 0 || intents > HIGHEST_INTENTS) {
      return [4013, 'Invalid intent(s).'];
    }
    if ((intents & ~options.intentsAllowed) !== 0) return [4014, 'Disallowed intent(s).'];
    return undefined;
  }

  /** Whether another shard of the same bucket has identified less than five seconds ago. */
  function isEarly(shard: number): boolean {
    const buckets = options.identifyBuckets;
    if (buckets === undefined) return false;
    return identifies.some(
      ({ at, shard: [other] }) =>
        Date.now() - at < IDENTIFY_MS && other % buckets === shard % buckets,
    );
  }

  function identify(connection: Connection, d: Fields): Farewell | undefined {
    const shard = (Array.isArray(d['shard']) ? d['shard'] : [0, 1]) as [number, number];
    const intents = Number(d['intents']);
    const fault = identifyFault(d, shard, intents);
    if (fault !== undefined) return fault;
    if (isEarly(shard[0])) {
      early.push({ at: Date.now(), shard, intents });
      push(connection, { op: Op.InvalidSession, d: false });
      return undefined;
    }
    const isDouble = [...connections].some(
      ({ session: other }) => other?.shard[0] === shard[0] && other.shard[1] === shard[1],
    );
    if (isDouble) overlaps.push(shard[0]);

    const session: Session = {
      id: crypto.randomUUID().replaceAll('-', ''),
      shard,
      intents,
      sequence: 0,
      sent: [],
      connection,
      resumable: true,
    };
    connection.session = session;
    sessions.set(session.id, session);
    identifies.push({ at: Date.now(), shard, intents });
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.installed && shardOfGuild(guild.id, shard[1]) === shard[0],
    );
    dispatch(session, 'READY', {
      v: 10,
      user: { ...userWire(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: options.url(),
      shard,
      application: { id: world.bot.id, flags: options.applicationFlags },
    });
    if ((intents & INTENT.guilds) !== 0) {
      for (const guild of guilds) dispatch(session, 'GUILD_CREATE', guildCreateWire(world, guild));
    }
    signal.changed();
    return undefined;
  }

  function resume(connection: Connection, d: Fields): Farewell | undefined {
    const session = sessions.get(String(d['session_id']));
    const sequence = Number(d['seq']);
    if (d['token'] !== options.token) return [4004, 'Authentication failed.'];
    if (session?.resumable !== true) {
      push(connection, { op: Op.InvalidSession, d: false });
      return undefined;
    }
    if (sequence > session.sequence) return [4007, 'Invalid seq.'];
    connection.session = session;
    session.connection = connection;
    resumes += 1;
    for (const event of session.sent)
      if (event.sequence > sequence) pushText(connection, event.text);
    dispatch(session, 'RESUMED', {});
    signal.changed();
    return undefined;
  }

  /** Handles one message of the client; returns with what to close the connection, if it must be. */
  function receive(connection: Connection, text: string): Farewell | undefined {
    const message = parse(text);
    if (message === undefined) return [4002, 'Decode error.'];
    const now = Date.now();
    connection.sends = [...connection.sends.filter((at) => now - at < 60_000), now];
    if (connection.sends.length > SENDS_PER_MINUTE) return [4008, 'Rate limited.'];

    const d = isFields(message['d']) ? message['d'] : {};
    const { session } = connection;
    switch (message['op']) {
      case Op.Heartbeat:
        // What the client says it has got needs no replay any more.
        if (session !== null) {
          session.sent = session.sent.filter((event) => event.sequence > Number(message['d']));
        }
        push(connection, { op: Op.HeartbeatAck });
        return undefined;
      case Op.Identify:
      case Op.Resume:
        if (session !== null) return [4005, 'Already authenticated.'];
        return message['op'] === Op.Identify ? identify(connection, d) : resume(connection, d);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
        return session === null ? [4003, 'Not authenticated.'] : undefined;
      case Op.RequestGuildMembers:
        if (session === null) return [4003, 'Not authenticated.'];
        answerMembers(session, d);
        return undefined;
      default:
        return [4001, 'Unknown opcode.'];
    }
  }

  /** Answers a request for members by id; by name it would need the members intent, so nobody is found. */
  function answerMembers(session: Session, d: Fields): void {
    const wanted = [d['user_ids'] ?? []].flat().map(String);
    const guildId = String(d['guild_id']);
    const found = wanted.flatMap((id) => world.member(guildId, id) ?? []);
    dispatch(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guildId,
      members: found.map(memberWire),
      chunk_index: 0,
      chunk_count: 1,
      not_found: wanted.filter((id) => world.member(guildId, id) === undefined),
      ...(d['nonce'] === undefined ? {} : { nonce: d['nonce'] }),
    });
  }

  function accept(socket: WebSocket, request: IncomingMessage): void {
    const connection: Connection = { socket, session: null, silentUntil: 0, held: [], sends: [] };
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    connections.add(connection);
    socket.on('message', (data) => {
      const farewell = receive(connection, String(data));
      if (farewell !== undefined) socket.close(...farewell);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      connections.delete(connection);
      outages.push({ from: performance.now(), to: performance.now() });
      const { session } = connection;
      if (session?.connection === connection) {
        session.connection = null;
        // A client that closes with 1000 or 1001 gives its session up.
        if (code === 1000 || code === 1001) sessions.delete(session.id);
      }
      signal.changed();
    });
    if (query.get('v') !== '10') socket.close(4012, 'Invalid API version.');
    else if (query.get('encoding') !== 'json' || query.has('compress'))
      socket.close(4002, 'Decode error.');
    else
      push(connection, {
        op: Op.Hello,
        d: { heartbeat_interval: options.heartbeatMs, _trace: [] },
      });
  }

  const each = (action: (connection: Connection) => void) => {
    for (const connection of [...connections]) action(connection);
  };
  const forget = () => {
    for (const session of sessions.values()) session.resumable = false;
  };

  return {
    /** Every successful identify so far, in order. */
    identifies: identifies as readonly Identify[],
    /** Identifies that came too early for their bucket and got op 9 in place of a session. */
    early: early as readonly Identify[],
    /** Shards that were identified while another connection had them. */
    overlaps: overlaps as readonly number[],
    /** How many sessions were resumed. */
    get resumes(): number {
      return resumes;
    },
    /** Times, by `performance.now()`, at which a connection was closed (both equal) or in which `silence` held it. */
    outages: outages as readonly { from: number; to: number }[],
    /** Ids of the sessions that have a live connection now. */
    get sessionsConnected(): string[] {
      return [...connections].flatMap(({ session }) => (session === null ? [] : [session.id]));
    },
    /** How many connection attempts were refused by `refuse`. */
    get refused(): number {
      return refused;
    },
    /** The shards that have a live connection now. */
    get connectedShards(): [id: number, count: number][] {
      return [...connections].flatMap(({ session }) => (session === null ? [] : [session.shard]));
    },

    /** Takes a WebSocket upgrade request, or drops it while connections are refused. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      if (Date.now() < refusedUntil) {
        refused += 1;
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (connected) => accept(connected, request));
    },

    /** Sends an event to every session whose shard, intents and permissions entitle it. Returns how many got it. */
    publish(event: Publication): number {
      if (event.channelId !== undefined && event.guildId !== null && !options.sees(event.channelId))
        return 0;
      let reached = 0;
      for (const session of sessions.values()) {
        if (
          !session.resumable ||
          shardOfGuild(event.guildId, session.shard[1]) !== session.shard[0]
        )
          continue;
        if (event.intent !== undefined && (session.intents & event.intent) === 0) continue;
        dispatch(
          session,
          event.t,
          event.body({ content: (session.intents & INTENT.messageContent) !== 0 }),
        );
        reached += 1;
      }
      return reached;
    },

    /** Cuts all connections without a close frame; the sessions can be resumed. */
    kill(): void {
      each(({ socket }) => socket.terminate());
    },
    /** Closes all connections with code 4000; with `resumable: false` the sessions are lost as well. */
    drop({ resumable = true }: { resumable?: boolean } = {}): void {
      if (!resumable) forget();
      each(({ socket }) => socket.close(4000, 'Unknown error.'));
    },
    /** Asks all connections to reconnect (op 7). */
    reconnect(): void {
      each((connection) => push(connection, { op: Op.Reconnect, d: null }));
    },
    /** Refuses new connections for so long. */
    refuse(ms: number): void {
      refusedUntil = Date.now() + ms;
    },
    /** The present connections get nothing for so long, not even heartbeat answers; what is due comes afterwards. */
    silence(ms: number): void {
      outages.push({ from: performance.now(), to: performance.now() + ms });
      each((connection) => {
        connection.silentUntil = Date.now() + ms;
        setTimeout(() => {
          for (const text of connection.held.splice(0)) pushText(connection, text);
        }, ms + 1).unref();
      });
    },
    /** Closes all connections with a code, for example 4014 or 4004. */
    closeWith(code: number): void {
      each(({ socket }) => socket.close(code));
    },
    /** Tells all connections that their session is invalid (op 9). */
    invalidateSessions({ resumable = false }: { resumable?: boolean } = {}): void {
      if (!resumable) forget();
      each((connection) => push(connection, { op: Op.InvalidSession, d: resumable }));
    },
    /** Ends everything. */
    close(): void {
      each(({ socket }) => socket.terminate());
      server.close();
    },
  };
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
