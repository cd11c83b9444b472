import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startTicker } from './ticker.ts';

async function startServer(status: number, delayMs = 0) {
  const methods: string[] = [];
  const server = createServer((request, response) => {
    methods.push(request.method ?? '');
    setTimeout(() => response.writeHead(status).end(), delayMs);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { methods, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

function tickTo(url: string, everyMs?: number) {
  const lines: string[] = [];
  const ticker = startTicker({ url: () => url, report: (line) => lines.push(line), everyMs });
  onTestFinished(ticker.stop);
  return { ticker, lines };
}

test('time-driven work is called for again and again', async () => {
  const { methods, url } = await startServer(204);
  tickTo(url, 20);
  await vi.waitFor(() => expect(methods.length).toBeGreaterThan(2));
  expect(new Set(methods)).toEqual(new Set(['POST']));
});

test('a tick that takes long is not overtaken by the next one', async () => {
  const { methods, url } = await startServer(204, 200);
  const { ticker } = tickTo(url, 20);
  await Promise.all([ticker.tick(), sleep(100).then(ticker.tick)]);
  expect(methods).toHaveLength(1);
});

test('a tick that fails is reported and the next one is made all the same', async () => {
  const { url } = await startServer(500);
  const { ticker, lines } = tickTo(url);
  await ticker.tick();
  await ticker.tick();
  expect(lines).toEqual(['tick: 500', 'tick: 500']);
});
