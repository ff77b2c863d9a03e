/** The routes of the playground: the page, its files, what happens (as a stream), and what somebody does. */
import { readdirSync, readFileSync } from 'node:fs';
import { ApplicationCommandType, ChannelType } from 'discord-api-types/v10';
import { Hono, type MiddlewareHandler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { standsAlone } from '../discord/suggest.ts';
import { explain } from '../explain.ts';
import { catalogs, languageOfLocale } from '../messages/catalog.ts';
import type { Services } from '../services.ts';
import { act, VisitParams } from './actions.ts';
import { explanationHtml } from './explain-html.ts';
import { menuEntries, typables } from './local-discord/commands.ts';
import { type LocalDiscord, MOST_FILE_BYTES } from './local-discord/local-discord.ts';
import type { Change, LocalMessage } from './local-discord/messages.ts';
import { channelsFor, rolesJson } from './local-discord/world.ts';
import { messageHtml, viewFor } from './message-html.ts';
import { channelsHtml, LOCALES, pageHtml, stepsHtml, type Visit } from './page.ts';

/** Questions that a newcomer is offered. */
const EXAMPLES = 4;
/**
 * Milliseconds from a page's first look to the work that blocks the process for a second: the page has its files by
 * then, and nobody has typed a question.
 */
const WARM_UP_AFTER_MS = 150;
/** The same without a page. */
const WARM_UP_ANYWAY_MS = 3_000;
/** A line on a quiet stream so often, in milliseconds, so that a page that went away is noticed. */
const KEEP_ALIVE_MS = 30_000;

const PAGE_FILES = new URL('./page/', import.meta.url);
const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
/** Files of messages that a browser may show; all others are saved. */
const SHOWN_TYPES = /^(?:image\/(?:png|jpeg|gif|webp)|video\/(?:mp4|webm))$/;

/** Nothing from elsewhere, and no script or style but the files of the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface Playground {
  routes: Hono;
  /** Tells open pages that the bot can be used. */
  ready(app: { services: Pick<Services, 'knowledge'>; warmUp(): void }): void;
  /** Ends the streams, so that the server can close. */
  close(): void;
}

/**
 * @param hosts names under which the page may be asked for; undefined for any
 * @param command root of the slash commands
 */
export function createPlayground(
  discord: LocalDiscord,
  hosts: ReadonlySet<string> | undefined,
  command: string,
): Playground {
  const { world, messages, commands } = discord;
  const closing = new AbortController();
  const readyListeners = new Set<() => void>();
  let services: Pick<Services, 'knowledge'> | undefined;
  let warmUp: (() => void) | undefined;
  const warmUpSoon = (ms: number) => {
    setTimeout(() => {
      warmUp?.();
      warmUp = undefined;
    }, ms).unref();
  };
  const routes = new Hono();
  routes.use(guard(hosts));

  const visitOf = (query: Record<string, string>): Visit => {
    const { role, locale, channel } = VisitParams.parse(query);
    const seen = channelsFor(world, world.people[role]);
    const here = seen.find(({ id }) => id === channel) ?? seen[0];
    if (!here) throw new Error('the playground has no channel');
    return { role, locale: locale in LOCALES ? locale : 'en-US', channel: here };
  };

  routes.get('/', (c) => c.html(pageHtml(world, visitOf(c.req.query()))));

  const files = new Map(
    readdirSync(PAGE_FILES)
      .filter((name) => name.slice(name.lastIndexOf('.') + 1) in TYPES)
      .map((name) => [name, readFileSync(new URL(name, PAGE_FILES))]),
  );
  routes.get('/page/:file', (c) => {
    const name = c.req.param('file');
    const file = files.get(name);
    if (!file) return c.notFound();
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? '';
    return c.body(file, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  });

  routes.get('/attachments/:id/:name', (c) => {
    const file = discord.fileOf(c.req.param('id'));
    if (!file) return c.notFound();
    const isShown = SHOWN_TYPES.test(file.type);
    return c.body(file.bytes, 200, {
      'Content-Type': isShown ? file.type : 'application/octet-stream',
      ...(!isShown && { 'Content-Disposition': 'attachment' }),
    });
  });

  routes.post('/api/act', async (c) => c.json(await act(discord, await c.req.json())));

  routes.post('/api/files', async (c) => {
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || file.size > MOST_FILE_BYTES) return c.json({}, 413);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = discord.keepFile({ name: file.name, type: file.type, bytes });
    return c.json({ id, name: file.name });
  });

  routes.get('/api/messages/:id/json', (c) => {
    const message = visible(c.req.param('id'), visitOf(c.req.query()));
    if (!message) return c.notFound();
    return c.text(JSON.stringify(message.sent, null, 2));
  });

  routes.get('/api/messages/:id/ranking', (c) => {
    const visit = visitOf(c.req.query());
    const message = visible(c.req.param('id'), visit);
    if (!message?.asked || !services) return c.notFound();
    const language = languageOfLocale(visit.locale) ?? 'en';
    const explanation = explain(services.knowledge.index, message.asked, { fallback: language });
    return c.html(explanationHtml(explanation, catalogs[language]).html);
  });

  function visible(id: string, { role }: Visit): LocalMessage | undefined {
    const message = messages.get(id);
    const isSeen = !message?.onlyFor || message.onlyFor === world.people[role];
    return isSeen ? message : undefined;
  }

  /** What can be typed and chosen here; changes when the bot registers its commands. */
  function stateOf(visit: Visit): object {
    const { role, locale, channel } = visit;
    const offered = commands.offered(world.people[role], channel);
    const typed = typables(offered, locale);
    const asking = typed.find(({ options }) => options.some(({ name }) => name === 'question'));
    const language = languageOfLocale(locale) ?? 'en';
    const { overviews = [] } = services?.knowledge.index.corpus ?? {};
    // The broadest questions come first in the corpus; suggestions for what is typed take longer to prepare.
    const examples = overviews
      .map(({ questions }) => questions[language].find(standsAlone))
      .filter((question) => question !== undefined)
      .slice(0, EXAMPLES);
    return {
      isReady: services !== undefined,
      commands: typed,
      messageMenu: menuEntries(offered, ApplicationCommandType.Message, locale),
      userMenu: menuEntries(offered, ApplicationCommandType.User, locale),
      people: [...Object.values(world.people), world.bot].map(({ id, name }) => ({ id, name })),
      roles: rolesJson(world).map(({ id, name }) => ({ id, name: name.replace(/^(?!@)/, '@') })),
      channels: [...world.channels.values()]
        .filter(({ type }) => type !== ChannelType.DM)
        .map(({ id, name, type }) => ({ id, name: `#${name}`, type })),
      channelsHtml: channelsHtml(world, visit).html,
      examples: asking ? examples : [],
      asking: asking && { id: asking.id, path: asking.path },
      stepsHtml: stepsHtml(visit, command).html,
    };
  }

  routes.get('/api/events', (c) => {
    const visit = visitOf(c.req.query());
    const { channel, locale } = visit;
    const person = world.people[visit.role];
    const view = viewFor(world, locale);
    const hasMenu = () => {
      const offered = commands.offered(person, channel);
      return offered.some(({ type }) => type === ApplicationCommandType.Message);
    };
    const show = (message: LocalMessage) => ({
      id: message.id,
      html: messageHtml(message, view, locale, hasMenu()).html,
    });
    return streamSSE(c, async (stream) => {
      const send = (event: string, data: unknown) =>
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      const sendAll = () => {
        send('state', stateOf(visit));
        send('messages', messages.in(channel.id, person).map(show));
      };
      const onChange = (change: Change) => {
        if (change.kind === 'channels') return sendAll();
        const { message } = change;
        if (message.channel !== channel || (message.onlyFor && message.onlyFor !== person)) return;
        if (change.kind === 'message') send('message', show(message));
        else send('removed', { id: message.id });
      };
      const unwatch = discord.watch(onChange);
      readyListeners.add(sendAll);
      sendAll();
      warmUpSoon(WARM_UP_AFTER_MS);
      const beat = setInterval(() => void stream.write(': still here\n\n'), KEEP_ALIVE_MS);
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
        closing.signal.addEventListener('abort', () => resolve(), { once: true });
      });
      clearInterval(beat);
      unwatch();
      readyListeners.delete(sendAll);
    });
  });

  return {
    routes,
    ready(app) {
      services = app.services;
      warmUp = app.warmUp;
      warmUpSoon(readyListeners.size > 0 ? WARM_UP_AFTER_MS : WARM_UP_ANYWAY_MS);
      for (const listener of readyListeners) listener();
    },
    close: () => closing.abort(),
  };
}

/** Headers of every answer, and a refusal of what other sites make a browser ask for. */
function guard(hosts: ReadonlySet<string> | undefined): MiddlewareHandler {
  return async (c, next) => {
    const { hostname } = new URL(c.req.url);
    // A name that leads here from elsewhere (DNS rebinding), or a form on another site.
    if (hosts && !hosts.has(hostname)) return c.text('forbidden', 403);
    const from = c.req.header('Sec-Fetch-Site');
    if (c.req.method !== 'GET' && from !== undefined && from !== 'same-origin')
      return c.text('forbidden', 403);
    await next();
    c.header('Content-Security-Policy', POLICY);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
  };
}
