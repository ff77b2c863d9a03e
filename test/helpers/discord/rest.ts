// The HTTP side: parses requests, finds the route, answers, logs, and counts what Discord would hold against the bot.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from './errors.ts';
import { createFaults, type Fault, faultAnswer } from './faults.ts';
import type { Upload } from './message-shapes.ts';
import { type ParsedBody, parseBody } from './request-body.ts';
import { isFields } from './shape.ts';
import type { Signal } from './signal.ts';

export type ApiRequest = {
  method: string;
  /** Below /api/v10, without the query. */
  path: string;
  query: URLSearchParams;
  /** The named parts of the route, for example `channel`. */
  params: Record<string, string>;
  body: unknown;
  uploads: Upload[];
};
export type ApiAnswer = { status: number; body?: unknown; headers?: Record<string, string> };
export type Route = {
  method: string;
  /** Segments starting with a colon are parameters: `channels/:channel/messages`. The first match counts. */
  path: string;
  /** False for the routes that carry their own token: interaction callbacks and webhooks. */
  auth?: false;
  run(request: ApiRequest): ApiAnswer | Promise<ApiAnswer>;
};

/** One request as the log keeps it. */
export type LoggedRequest = {
  method: string;
  path: string;
  query: string;
  body: unknown;
  /** Names of uploaded files. */
  files: string[];
  /** 0 when the connection was cut without an answer. */
  status: number;
  /** Discord's error code, for refused requests. */
  code: number | null;
  response: unknown;
  at: number;
  millis: number;
  /** A fault of `fail()` hit it. */
  faulty: boolean;
};

/** Makes the request handler. `file` serves uploads by attachment id. */
export function createRest(options: {
  token: string;
  signal: Signal;
  routes: readonly Route[];
  file: (attachmentId: string) => { bytes: Uint8Array; contentType: string } | undefined;
}) {
  const compiled = options.routes.map((route) => ({ route, segments: route.path.split('/') }));
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const unknownRoutes: string[] = [];
  const failures: unknown[] = [];

  function find(method: string, path: string): { route: Route; params: Record<string, string> } {
    const parts = path.split('/').slice(1);
    const fits = compiled.filter(
      ({ segments }) =>
        segments.length === parts.length &&
        segments.every((segment, index) => segment.startsWith(':') || segment === parts[index]),
    );
    const found = fits.find(({ route }) => route.method === method);
    if (found === undefined) {
      unknownRoutes.push(`${method} ${path}`);
      throw new Refusal(fits.length > 0 ? 'methodNotAllowed' : 'notFound');
    }
    const params: Record<string, string> = {};
    found.segments.forEach((segment, index) => {
      if (segment.startsWith(':'))
        params[segment.slice(1)] = decodeURIComponent(parts[index] ?? '');
    });
    return { route: found.route, params };
  }

  /** The real answer to a request; never throws. */
  async function answer(
    request: Omit<ApiRequest, 'params' | 'body' | 'uploads'> & {
      parsed: ParsedBody;
      authorization: string | undefined;
    },
  ): Promise<ApiAnswer> {
    const { method, path, query, parsed, authorization } = request;
    try {
      const { route, params } = find(method, path);
      if (route.auth !== false && authorization !== `Bot ${options.token}`) {
        throw new Refusal('unauthorized');
      }
      if (parsed === 'malformed') throw new Refusal('badJson');
      return await route.run({ method, path, query, params, ...parsed });
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: error.body() };
      failures.push(error);
      return { status: 501, body: { message: `the stand-in failed: ${String(error)}`, code: 0 } };
    }
  }

  return {
    faults,
    requests,
    unknownRoutes,
    /** Exceptions in the stand-in itself. */
    failures,
    /** Answers of 401, 403 and 429: 10,000 of them in ten minutes get an address blocked. */
    get invalidRequests(): number {
      return requests.filter(({ status }) => [401, 403, 429].includes(status)).length;
    },

    /** Handles one request of the HTTP server. */
    async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const at = Date.now();
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname.startsWith('/attachments/')) {
        serveFile(response, options.file(url.pathname.split('/')[3] ?? ''));
        return;
      }
      const method = request.method ?? 'GET';
      const path = /^\/api\/v10(\/.*)$/.exec(url.pathname)?.[1] ?? url.pathname;
      const parsed = await parseBody(request);
      const fault = faults.take(method, path);
      const real = () =>
        answer({
          method,
          path,
          query: url.searchParams,
          parsed,
          authorization: request.headers.authorization,
        });
      const given = await withFault(fault, real);

      const body = isFields(given?.body) ? given.body : {};
      const refused = given !== undefined && given.status >= 400;
      requests.push({
        method,
        path,
        query: url.search,
        body: parsed === 'malformed' ? undefined : parsed.body,
        files: parsed === 'malformed' ? [] : parsed.uploads.map((upload) => upload.name),
        status: given?.status ?? 0,
        code: refused && typeof body['code'] === 'number' ? body['code'] : null,
        response: given?.body,
        at,
        millis: Date.now() - at,
        faulty: fault !== undefined,
      });
      if (given !== undefined) send(response, given);
      else if (fault?.cut === 'reset') request.socket.resetAndDestroy();
      else request.socket.end();
      options.signal.changed();
    },
  };
}

/** The answer under a fault; undefined when the connection is to be cut. */
async function withFault(
  fault: Fault | undefined,
  real: () => Promise<ApiAnswer>,
): Promise<ApiAnswer | undefined> {
  if (fault === undefined) return real();
  const early = fault.afterAccept === true ? await real() : undefined;
  if (fault.hangMs !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, fault.hangMs));
  }
  if (fault.cut !== undefined) return undefined;
  if (fault.status !== undefined) return faultAnswer(fault);
  return early ?? real();
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  const hasBody = answer.body !== undefined;
  const type: Record<string, string> = hasBody ? { 'content-type': 'application/json' } : {};
  response.writeHead(answer.status, { ...type, ...answer.headers });
  response.end(hasBody ? JSON.stringify(answer.body) : '');
}

function serveFile(
  response: ServerResponse,
  file: { bytes: Uint8Array; contentType: string } | undefined,
): void {
  const type = { 'content-type': file?.contentType ?? 'text/plain' };
  response.writeHead(file === undefined ? 404 : 200, type);
  response.end(file?.bytes ?? 'not found');
}
