/** The container's health check: exits with 0 while a connection to the outside is open, else with 1. */
import { readFileSync } from 'node:fs';

/** State of an open connection in Linux's tables /proc/net/tcp and tcp6. */
const ESTABLISHED = '01';
/** Addresses of the machine itself as those tables write them: 127.0.0.0/8, also mapped to IPv6, and ::1. */
const LOOPBACK = /^(?:[0-9A-F]{6}|0{16}F{4}0{4}[0-9A-F]{6})7F:|^0{24}01000000:/;

/**
 * Whether a table of connections has an open one to another machine. In a container of its own this is the connection
 * to Discord's gateway: calls to the REST interface come and go.
 */
export function hasOutwardConnection(table: string): boolean {
  return table.split('\n').some((line) => {
    const [, , remote = '', state] = line.trim().split(/\s+/);
    return state === ESTABLISHED && !LOOPBACK.test(remote);
  });
}

function readTable(name: string): string {
  try {
    return readFileSync(`/proc/net/${name}`, 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  process.exitCode = ['tcp', 'tcp6'].map(readTable).some(hasOutwardConnection) ? 0 : 1;
}
