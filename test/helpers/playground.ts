/** The playground in the test's own process, on a free port. */
import { commands } from '../../commands/index.ts';
import { loadConfig } from '../../src/config.ts';
import { createLog } from '../../src/ops/log.ts';
import { type OpenPlayground, openPlayground } from '../../src/playground.ts';

/** What a page does, without a browser. */
export interface Visitor {
  /** Sends what the page would send; resolves to the answer. */
  act(action: unknown, as?: Visit): Promise<Reply>;
  /** The first events of the stream for a visit. */
  look(as?: Visit): Promise<{ state: State; messages: { html: string }[] }>;
  /** Runs a command, named by its last word. */
  run(name: string, options?: object[], as?: Visit): Promise<Reply>;
}

export interface Visit {
  role?: string;
  locale?: string;
  channel?: string;
}

export interface TestPlayground extends Visitor {
  address: string;
  close(): Promise<void>;
}

export type Reply = { kind: string; html?: string; choices?: { name: string; value: string }[] };

export interface State {
  commands: { id: string; path: string[]; description: string }[];
  messageMenu: { name: string }[];
  channels: { id: string; name: string; type: number }[];
  examples: string[];
}

/** Opens it with the real commands, and the real corpus unless given another. */
export async function startPlayground(
  env: Record<string, string> = {},
): Promise<TestPlayground & OpenPlayground> {
  const config = loadConfig({ HTTP_PORT: '0', LOG_LEVEL: 'error', ...env });
  const opened = await openPlayground(config, createLog(config), commands);
  return { ...opened, ...visitor(opened.address) };
}

/** Somebody who visits the page at an address. */
export function visitor(address: string): Visitor {
  const look: Visitor['look'] = async (as = {}) => {
    const ending = new AbortController();
    const response = await fetch(`${address}/api/events?${new URLSearchParams({ ...as })}`, {
      signal: ending.signal,
    });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (/event: messages\ndata: .*\n\n/.test(text)) break;
    }
    ending.abort();
    const data = (name: string) =>
      JSON.parse(new RegExp(`event: ${name}\\ndata: (.*)\\n`).exec(text)?.[1] ?? 'null');
    return { state: data('state'), messages: data('messages') };
  };
  const act: Visitor['act'] = async (action, as = {}) => {
    const { role = 'member', locale = 'en-US' } = as;
    const { state } = await look(as);
    const body = { role, locale, channel: as.channel ?? state.channels[0]?.id, action };
    const response = await fetch(`${address}/api/act`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Reply;
  };
  return {
    look,
    act,
    async run(name, options = [], as = {}) {
      const { state } = await look(as);
      const found = state.commands.find(({ path }) => path.at(-1) === name);
      return act({ do: 'command', id: found?.id, path: found?.path, options }, as);
    },
  };
}
