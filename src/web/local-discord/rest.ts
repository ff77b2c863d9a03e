/** Discord's REST interface without a network: discord.js lets a client bring its own way of making requests. */
import type { RESTOptions } from 'discord.js';
import type { Upload } from './messages.ts';

type Json = Record<string, unknown>;

/** A refusal with Discord's own code and words. */
export class RestError extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface RestRequest {
  /** The named parts of the path. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: Json;
  files: readonly Upload[];
}

export interface RestRoute {
  /** Method and path below /api/v10: "GET /channels/:channel/messages". */
  route: string;
  /** Returns the body of the answer; undefined for none. @throws RestError */
  run(request: RestRequest): unknown;
}

/** Answers discord.js's requests from routes; the first that fits counts. */
export function createMakeRequest(routes: readonly RestRoute[]): RESTOptions['makeRequest'] {
  const compiled = routes.map(({ route, run }) => {
    const [method = '', path = ''] = route.split(' ');
    return { method, run, segments: path.slice(1).split('/') };
  });
  return async (url, { method = 'GET', body }) => {
    const target = new URL(url);
    const parts = target.pathname.replace(/^\/api\/v\d+\//, '').split('/');
    for (const { method: wanted, segments, run } of compiled) {
      const params = wanted === method && match(segments, parts);
      if (!params) continue;
      try {
        const parsed = await parseBody(body);
        const answer = run({ params, query: target.searchParams, ...parsed });
        return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        return Response.json(
          { code: error.code, message: error.message },
          { status: error.status },
        );
      }
    }
    return Response.json({ code: 0, message: '404: Not Found' }, { status: 404 });
  };
}

/** The values of the segments that begin with a colon; undefined when the others differ. */
function match(
  segments: readonly string[],
  parts: readonly string[],
): Record<string, string> | undefined {
  if (segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = decodeURIComponent(parts[index] ?? '');
    if (segment.startsWith(':')) params[segment.slice(1)] = part;
    else if (segment !== part) return undefined;
  }
  return params;
}

/** The JSON of a body and the files that were sent along. */
async function parseBody(body: unknown): Promise<{ body: Json; files: Upload[] }> {
  if (typeof body === 'string') return { body: JSON.parse(body), files: [] };
  if (!(body instanceof FormData)) return { body: {}, files: [] };
  const files: Upload[] = [];
  let json: Json = {};
  for (const [name, value] of body) {
    if (typeof value === 'string') {
      if (name === 'payload_json') json = JSON.parse(value);
    } else {
      files.push({
        name: value.name,
        type: value.type || 'application/octet-stream',
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
    }
  }
  return { body: json, files };
}
