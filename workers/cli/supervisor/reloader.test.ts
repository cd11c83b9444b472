import { expect, test } from 'vitest';
import { createReloader } from './reloader.ts';

test('changes during a build are built once after it', async () => {
  const gates: (() => void)[] = [];
  const reload = createReloader(
    () => new Promise((resolve) => gates.push(resolve)),
    () => undefined,
  );
  const first = reload();
  await Promise.all([reload(), reload(), reload()]);
  gates[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  expect(gates).toHaveLength(2);
  gates[1]?.();
  await first;
  expect(gates).toHaveLength(2);
});

test('a build that fails says why and the next change is built again', async () => {
  const lines: string[] = [];
  let builds = 0;
  const reload = createReloader(
    async () => {
      builds += 1;
      if (builds === 1) throw new Error('a.ts: unexpected token');
    },
    (line) => lines.push(line),
  );
  await reload();
  await reload();
  expect(lines[0]).toBe('a.ts: unexpected token');
  expect(builds).toBe(2);
});
