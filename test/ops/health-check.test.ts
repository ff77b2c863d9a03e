import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isAlive } from '../../src/ops/health-check.ts';

test.each([
  [200, true],
  [503, false],
])('a process that answers %i at /healthz: %s', async (status, alive) => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/healthz' ? status : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  expect(await isAlive({ HTTP_PORT: String(port) })).toBe(alive);
  expect(await isAlive({ HTTP_PORT: String(port), HTTP_HOST: '0.0.0.0' })).toBe(alive);
  server.close();
});

test('no process', async () => {
  expect(await isAlive({ HTTP_PORT: '9' })).toBe(false);
});
