// Reads the body of a request: JSON, or multipart/form-data with `payload_json` and `files[n]`.

import type { IncomingMessage } from 'node:http';
import type { Upload } from './message-shapes.ts';

export type ParsedBody = { body: unknown; uploads: Upload[] } | 'malformed';

/** The body of a request; undefined when it has none, 'malformed' when it is neither JSON nor a form. */
export async function parseBody(request: IncomingMessage): Promise<ParsedBody> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const raw = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (raw.length === 0) return { body: undefined, uploads: [] };
  try {
    if (type.startsWith('multipart/form-data')) return await parseForm(raw, type);
    return { body: JSON.parse(raw.toString('utf8')), uploads: [] };
  } catch {
    return 'malformed';
  }
}

async function parseForm(raw: Buffer, type: string): Promise<ParsedBody> {
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(raw), { headers }).formData();
  const uploads: Upload[] = [];
  let body: unknown = {};
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name === 'payload_json') body = JSON.parse(value);
      continue;
    }
    uploads.push({
      index: Number(/^files\[(\d+)\]$/.exec(name)?.[1] ?? uploads.length),
      name: value.name,
      contentType: value.type,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body, uploads };
}
