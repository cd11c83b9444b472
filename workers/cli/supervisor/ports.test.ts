import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { CommandError } from '../terminal.ts';
import { findFreePort, requirePort, startOnFreePorts } from './ports.ts';

async function take(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
}

test('a taken port is named, with what to do about it', async () => {
  const port = await findFreePort();
  await take(port);
  const refusal = requirePort(port);
  await expect(refusal).rejects.toThrow(CommandError);
  await expect(refusal).rejects.toThrow(new RegExp(`${port}.*PORT=8788`));
});

test('a free port is given back as it was asked for', async () => {
  const port = await findFreePort();
  expect(await requirePort(port)).toBe(port);
});

test('a start whose port was taken meanwhile is tried on others', async () => {
  const tried: number[] = [];
  const started = await startOnFreePorts(async (first, second) => {
    tried.push(first, second);
    if (tried.length > 2) return second;
    await take(second);
    throw new Error('exit 1');
  });
  expect(started).toBe(tried[3]);
  expect(tried).toHaveLength(4);
});

test('a start that fails for another reason, or each time, fails', async () => {
  const starts: number[] = [];
  const fail = async (port: number) => {
    starts.push(port);
    throw new Error('no such database');
  };
  await expect(startOnFreePorts(fail)).rejects.toThrow('no such database');
  expect(starts).toHaveLength(1);
  const lose = async (port: number) => {
    await take(port);
    return fail(port);
  };
  await expect(startOnFreePorts(lose)).rejects.toThrow('no such database');
  expect(starts).toHaveLength(4);
});
