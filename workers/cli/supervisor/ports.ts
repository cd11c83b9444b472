import { createServer } from 'node:net';
import { CommandError } from '../terminal.ts';

const loopback = '127.0.0.1';

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: loopback, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}

export function findFreePort(): Promise<number> {
  return listenOnce(0);
}

const isTaken = (port: number): Promise<boolean> =>
  listenOnce(port).then(
    () => false,
    () => true,
  );

const mostStarts = 3;

/**
 * Starts something on two free ports. Somebody else may take one between its finding and the start:
 * where that is why it failed, two others are tried, three times in all.
 */
export async function startOnFreePorts<Started>(
  start: (first: number, second: number) => Promise<Started>,
  attempt = 1,
): Promise<Started> {
  const ports = [await findFreePort(), await findFreePort()] as const;
  try {
    return await start(...ports);
  } catch (error) {
    const taken = await Promise.all(ports.map(isTaken));
    if (attempt === mostStarts || !taken.includes(true)) throw error;
    return startOnFreePorts(start, attempt + 1);
  }
}

export async function requirePort(port: number): Promise<number> {
  try {
    return await listenOnce(port);
  } catch (error) {
    throw new CommandError({
      zh: `端口 ${port} 已被占用或不可用（${(error as NodeJS.ErrnoException).code}）。请停止占用它的程序，或换一个端口：PORT=8788 npm start`,
      en: `Port ${port} is taken or not allowed (${(error as NodeJS.ErrnoException).code}). Stop what listens there, or choose another: PORT=8788 npm start`,
    });
  }
}
