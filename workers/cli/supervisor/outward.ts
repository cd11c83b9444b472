import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { parseOutwardHosts } from '#workers/platform/messaging/outward-hosts.ts';
import { CommandError } from '../terminal.ts';
import type { OutwardNetwork } from './workerd-config.ts';

type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>;

const resolveHost: Resolve = (host) => lookup(host, { all: true });

/**
 * The network that `MESSAGE_HOSTS` opens: the addresses that its names have at this start, and no
 * others, whatever a name server says later.
 */
export async function readOutward(
  settings: { hosts: string | undefined; caFile: string | undefined },
  report: (line: string) => void,
  resolve: Resolve = resolveHost,
): Promise<OutwardNetwork> {
  try {
    parseOutwardHosts(settings.hosts);
  } catch (error) {
    const { message } = error as Error;
    throw new CommandError({ zh: `MESSAGE_HOSTS 有误：${message}`, en: message });
  }
  const names = (settings.hosts ?? '')
    .split(',')
    .map((entry) => entry.trim().replace(/:\d+$/, '').replaceAll(/[[\]]/g, ''));
  const addresses = new Set<string>();
  for (const name of new Set(names.filter((entry) => entry !== ''))) {
    const found = await resolve(name).catch(() => []);
    if (found.length === 0) report(`MESSAGE_HOSTS: ${name} has no address, nothing reaches it`);
    for (const { address, family } of found) addresses.add(`${address}/${family === 6 ? 128 : 32}`);
  }
  const certificates = settings.caFile ? [readFileSync(settings.caFile, 'utf8')] : [];
  return { addresses: [...addresses], certificates };
}
