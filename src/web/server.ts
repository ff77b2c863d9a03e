/** The HTTP server of the process: health, metrics, and the playground where there is one. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { ConfigError } from '../errors.ts';

export interface WebServer {
  /** "http://127.0.0.1:8080". */
  address: string;
  close(): Promise<void>;
}

/** Opens the port. @throws ConfigError when that can't be done, with the way to mend it */
export async function openServer(
  routes: Hono,
  { HTTP_HOST: host, HTTP_PORT: port }: { HTTP_HOST: string; HTTP_PORT: number },
): Promise<WebServer> {
  const server = createAdaptorServer({ fetch: routes.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const { port: actual, family, address } = server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function explainError({ code, message }: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError([
        `HTTP_PORT ${port} is in use on ${host} by another program, perhaps another copy of this one; stop that, or set HTTP_PORT to a free port (HTTP_PORT=${port + 1} npm start; 0 takes any free one)`,
      ]);
    case 'EACCES':
      return new ConfigError([
        `HTTP_PORT ${port} may not be opened by this user; set HTTP_PORT to 1024 or more`,
      ]);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new ConfigError([
        `HTTP_HOST ${host} is no address of this machine; set it to 127.0.0.1 (this machine only) or 0.0.0.0 (every network it is in)`,
      ]);
    default:
      return new ConfigError([`HTTP_HOST ${host}, HTTP_PORT ${port}: ${message}`]);
  }
}
