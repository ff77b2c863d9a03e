/** The playground in the test's own process, on a free port. */
import { commands as ours } from '../../commands/index.ts';
import { loadConfig } from '../../src/config.ts';
import type { CommandList } from '../../src/discord/command.ts';
import { createLog } from '../../src/ops/log.ts';
import { type OpenPlayground, openPlayground } from '../../src/playground.ts';

export interface TestPlayground extends OpenPlayground {
  /** Sends what the page would send; resolves to the answer. */
  act(action: object, as?: { role?: string; locale?: string; channel?: string }): Promise<Reply>;
  /** The event stream's first events for a visit, by name. */
  look(query?: Record<string, string>): Promise<{ state: State; messages: { html: string }[] }>;
}

export type Reply = { kind: string; html?: string; choices?: { name: string; value: string }[] };

export interface State {
  commands: { id: string; path: string[]; description: string }[];
  messageMenu: { name: string }[];
  channels: { id: string; name: string; type: number }[];
  examples: string[];
}

/** Opens it with the real commands and the real corpus unless given others. */
export async function startPlayground(
  env: Record<string, string> = {},
  list: CommandList = ours,
): Promise<TestPlayground> {
  const config = loadConfig({ HTTP_PORT: '0', LOG_LEVEL: 'error', ...env });
  const opened = await openPlayground(config, createLog(config), list);
  const look: TestPlayground['look'] = async (query = {}) => {
    const url = `${opened.address}/api/events?${new URLSearchParams(query)}`;
    const ending = new AbortController();
    const response = await fetch(url, { signal: ending.signal });
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
  return {
    ...opened,
    look,
    async act(action, { role = 'member', locale = 'en-US', channel } = {}) {
      const { state } = await look({ role, locale });
      const body = { role, locale, channel: channel ?? state.channels[0]?.id, action };
      const response = await fetch(`${opened.address}/api/act`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Reply;
    },
  };
}
