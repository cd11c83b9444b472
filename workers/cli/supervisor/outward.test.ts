import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandError } from '../terminal.ts';
import { readOutward } from './outward.ts';

const book: Readonly<Record<string, { address: string; family: number }[]>> = {
  'smtp.example.cn': [{ address: '192.0.2.7', family: 4 }],
  'both.example.cn': [
    { address: '192.0.2.8', family: 4 },
    { address: '2001:db8::8', family: 6 },
  ],
  '10.1.2.3': [{ address: '10.1.2.3', family: 4 }],
};
const resolve = async (host: string) => {
  const found = book[host];
  if (found === undefined) throw new Error('ENOTFOUND');
  return found;
};

async function read(hosts: string | undefined, caFile?: string) {
  const lines: string[] = [];
  const network = await readOutward({ hosts, caFile }, (line) => lines.push(line), resolve);
  return { ...network, lines };
}

test('without MESSAGE_HOSTS there is no network', async () => {
  expect(await read(undefined)).toEqual({ addresses: [], certificates: [], lines: [] });
});

test('names are opened by their addresses of now, each once', async () => {
  const { addresses } = await read('smtp.example.cn:465, smtp.example.cn:587,both.example.cn:443');
  expect(addresses).toEqual(['192.0.2.7/32', '192.0.2.8/32', '2001:db8::8/128']);
});

test('a private address is reached where it is listed itself', async () => {
  expect((await read('10.1.2.3:8443')).addresses).toEqual(['10.1.2.3/32']);
});

test('a name without an address is told, and keeps nothing from starting', async () => {
  const { addresses, lines } = await read('gone.example.cn:25,smtp.example.cn:25');
  expect(addresses).toEqual(['192.0.2.7/32']);
  expect(lines).toEqual(['MESSAGE_HOSTS: gone.example.cn has no address, nothing reaches it']);
});

test('a list that says something else than host:port stops the start', async () => {
  await expect(read('https://smtp.example.cn')).rejects.toThrow(CommandError);
});

test('an authority of one’s own is read from its file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'qingfeng-ca-')), 'ca.pem');
  writeFileSync(file, '-----BEGIN CERTIFICATE-----');
  expect((await read('10.1.2.3:8443', file)).certificates).toEqual(['-----BEGIN CERTIFICATE-----']);
});
