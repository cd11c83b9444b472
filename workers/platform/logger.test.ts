import { expect, test } from 'vitest';
import { createLogger } from './logger.ts';

function linesOf(write: (logger: ReturnType<typeof createLogger>) => void): unknown[] {
  const lines: string[] = [];
  write(createLogger((line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as unknown);
}

test('an event is one line of JSON with its level and fields', () => {
  const lines = linesOf((logger) => logger.info('request', { status: 200, ms: 3 }));
  expect(lines).toEqual([
    { at: expect.any(String), level: 'info', message: 'request', status: 200, ms: 3 },
  ]);
});

test('an error is written with its cause, on one line', () => {
  const error = new Error('the query failed', { cause: new Error('the database is away') });
  const [line] = linesOf((logger) => logger.error('request failed', { error }));
  expect(line).toMatchObject({
    level: 'error',
    error: { message: 'the query failed', cause: { message: 'the database is away' } },
  });
});
