/** Runs before every test file: the outside network is refused, and a deprecation warning is a failure. */
import dns from 'node:dns';
import net from 'node:net';
import { afterEach } from 'vitest';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Deprecation warnings that no test has answered for yet; one list a process, which several files may share. */
const shared = globalThis as { deprecations?: string[] };
shared.deprecations ??= watchProcess();
const deprecations = shared.deprecations;

afterEach(() => {
  const seen = deprecations.splice(0);
  if (seen.length > 0) throw new Error(`deprecated: ${seen.join('; ')}`);
});

function watchProcess(): string[] {
  refuseNetwork();
  const seen: string[] = [];
  process.on('warning', (warning) => {
    if (warning.name === 'DeprecationWarning') seen.push(warning.message);
  });
  return seen;
}

function refuseNetwork(): void {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const first = Array.isArray(args[0]) ? args[0][0] : args[0];
    const target = first as { host?: string; path?: string } | number;
    const host =
      typeof target === 'object' ? target.host : typeof args[1] === 'string' ? args[1] : undefined;
    const isLocal = typeof target === 'object' && target.path !== undefined;
    if (!isLocal && host !== undefined && !LOOPBACK.has(host)) {
      throw new Error(`a test tried to reach ${host}: outside network is refused`);
    }
    return Reflect.apply(connect, this, args);
  } as typeof connect;

  const lookup = dns.lookup;
  dns.lookup = ((hostname: string, ...rest: unknown[]) => {
    if (!LOOPBACK.has(hostname))
      throw new Error(`a test looked up ${hostname}: outside network is refused`);
    return Reflect.apply(lookup, dns, [hostname, ...rest]);
  }) as typeof lookup;
}
