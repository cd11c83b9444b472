import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { CommandError } from '../terminal.ts';
import { findFreePort, requirePort } from './ports.ts';

test('a taken port is named, with what to do about it', async () => {
  const port = await findFreePort();
  const server = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const refusal = requirePort(port);
  await expect(refusal).rejects.toThrow(CommandError);
  await expect(refusal).rejects.toThrow(new RegExp(`${port}.*PORT=8788`));
});

test('a free port is given back as it was asked for', async () => {
  const port = await findFreePort();
  expect(await requirePort(port)).toBe(port);
});
