import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser asks of its maker on its own account; no page sends it. */
const BROWSERS_OWN = /\.(?:google|googleapis|gvt1)\.com$/;

export interface DeadEndProxy {
  /** Origin of the proxy. */
  readonly server: string;
  close(): Promise<void>;
}

/**
 * A proxy that lets nothing through. The browser takes it to every host but this one, whoever asks: also the worker of a
 * worker, whose first requests the debugger's protocol may miss.
 * @param heard is told each origin that is asked.
 */
export async function startDeadEndProxy(heard: (origin: string) => void): Promise<DeadEndProxy> {
  const note = ({ hostname, origin }: URL) => {
    if (!BROWSERS_OWN.test(hostname)) heard(origin);
  };
  const server = createServer((request, response) => {
    note(new URL(request.url ?? ''));
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note(new URL(`https://${request.url}`));
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
