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

test('a failed query is written without the values that were bound', () => {
  const message =
    'Failed query: select * from sessions\nwhere token = ?\nparams: tok_secret\n,张三';
  const error = new Error(message, { cause: new Error('no such table: sessions') });
  const [line] = linesOf((logger) => logger.error('request failed', { error }));
  expect(JSON.stringify(line)).not.toMatch(/tok_secret|张三|params/);
  expect(line).toMatchObject({
    error: {
      message: 'Failed query: select * from sessions\nwhere token = ?',
      cause: { message: 'no such table: sessions' },
    },
  });
});

test('an error keeps its first frames, which are places in the program and nothing else', () => {
  const [line] = linesOf((logger) => logger.error('x', { error: new Error('one\ntwo\nthree') }));
  const { error } = line as { error: { stack: string[] } };
  expect(error.stack.length).toBeGreaterThan(0);
  expect(error.stack.filter((frame) => !frame.startsWith('at '))).toEqual([]);
  expect(error.stack.length).toBeLessThanOrEqual(8);
});
