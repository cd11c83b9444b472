import { DeliveryError } from './message-channel.ts';

const ENTRY = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\]):([1-9]\d{0,4})$/;

/** The hosts that an installation lets messages go to; without an entry, nothing leaves. */
export interface OutwardHosts {
  allows(host: string, port: number): boolean;
}

/** Reads `smtp.example.cn:465, 10.1.2.3:8443`; throws on what is no `host:port`. */
export function parseOutwardHosts(list: string | undefined): OutwardHosts {
  const entries = (list ?? '')
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '');
  for (const entry of entries) {
    const port = Number(ENTRY.exec(entry)?.[1]);
    if (!(port <= 65_535)) throw new Error(`MESSAGE_HOSTS: not a host:port: ${entry}`);
  }
  const known = new Set(entries);
  return { allows: (host, port) => known.has(`${host.toLowerCase()}:${port}`) };
}

export function assertAllowed(hosts: OutwardHosts, host: string, port: number): void {
  if (!hosts.allows(host, port)) throw new DeliveryError('not-allowed', `${host}:${port}`);
}

/** The port that a URL means, named or not. */
export function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
