/** Fetches or opens what is to be imported, bounded in size and time, and reads it by what it is. */
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { readHtml } from './html.ts';
import { ImportError, type Page } from './page.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';

/** Most bytes of a file or page. */
export const MOST_BYTES = 30 * 1024 * 1024;
/** Time for a page to arrive completely, in milliseconds. */
const PATIENCE_MS = 30_000;

interface Material {
  bytes: Uint8Array;
  /** From the header; empty for a file. */
  type: string;
  /** Where it came from in the end, after redirects; undefined for a file. */
  address: string | undefined;
}

/** Whether an argument is an address rather than a file. */
export function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from) && URL.canParse(from);
}

/**
 * Reads a file or, for an http(s) address, a page from the network.
 * @throws ImportError
 */
export async function readPage(from: string, patienceMs = PATIENCE_MS): Promise<Page> {
  const material = isAddress(from) ? await fetchBytes(from, patienceMs) : await readBytes(from);
  const { bytes, type, address } = material;
  if (startsWith(bytes, '%PDF-')) return withAddress(await readPdf(bytes), address);
  const text = decode(bytes, type);
  if (text.includes('\0')) throw new ImportError('is not text, HTML or PDF');
  const isHtml =
    /html/.test(type) ||
    /^\.x?html?$/i.test(extname(address ? new URL(address).pathname : from)) ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b/i.test(
      text,
    );
  if (isHtml) return withAddress(await readHtml(text, address), address);
  return withAddress(readPlainText(text), address);
}

/** The address that was fetched is the page's own unless it states another. */
function withAddress(page: Page, address: string | undefined): Page {
  return page.url || address === undefined
    ? page
    : { ...page, url: { value: address, isStated: true } };
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().startsWith(mark);
}

async function readBytes(path: string): Promise<Material> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > MOST_BYTES) throw new ImportError(tooLarge(size));
    return { bytes: new Uint8Array(await file.readFile()), type: '', address: undefined };
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new ImportError(code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`, {
      cause,
    });
  }
}

const tooLarge = (size: number) =>
  `is ${Math.ceil(size / 1024 / 1024)} MB large, at most ${MOST_BYTES / 1024 / 1024} MB are read`;

async function fetchBytes(address: string, patienceMs: number): Promise<Material> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'User-Agent': 'mpp-bot corpus import',
        Accept: 'text/html, application/pdf, text/markdown, text/plain;q=0.9, */*;q=0.1',
      },
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new ImportError(`the server answers with ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    // Counted as it arrives: the header may say anything, and what is packed grows.
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > MOST_BYTES) throw new ImportError(tooLarge(size));
      chunks.push(chunk);
    }
    return {
      bytes: new Uint8Array(Buffer.concat(chunks)),
      type: response.headers.get('content-type')?.toLowerCase() ?? '',
      address: response.url || address,
    };
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const { name, cause: reason } = cause as Error & { cause?: { code?: string } };
    throw new ImportError(
      name === 'TimeoutError'
        ? `did not arrive within ${patienceMs / 1000} s`
        : `cannot be fetched (${reason?.code ?? name})`,
      { cause },
    );
  }
}

/** The text in the charset that the header or the page names; UTF-8 where none does or it is unknown. */
function decode(bytes: Uint8Array, type: string): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const named =
    /charset=["']?([\w-]+)/.exec(type)?.[1] ?? /<meta[^<>]+charset=["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
