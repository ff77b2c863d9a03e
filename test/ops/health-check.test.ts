import { expect, test } from 'vitest';
import { hasOutwardConnection } from '../../src/ops/health-check.ts';

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
const row = (remote: string, state: string) =>
  `${HEAD}   0: 020011AC:B3C4 ${remote} ${state} 00000000:00000000 02:000A8C2D 00000000  1000        0 30401 2\n`;

test.each([
  ['an open connection to another machine', row('E987A2A2:01BB', '01'), true],
  ['one over IPv6', row('B80D0120000000000000000001000000:01BB', '01'), true],
  ['one that is being closed', row('E987A2A2:01BB', '06'), false],
  ['a socket that listens', row('00000000:0000', '0A'), false],
  ['a connection to the machine itself', row('0100007F:1F90', '01'), false],
  ['the same over IPv6', row('00000000000000000000000001000000:1F90', '01'), false],
  ['the same mapped to IPv6', row('0000000000000000FFFF00000100007F:1F90', '01'), false],
  ['no connection', HEAD, false],
  ['no table', '', false],
])('%s', (_, table, expected) => {
  expect(hasOutwardConnection(table)).toBe(expected);
});
