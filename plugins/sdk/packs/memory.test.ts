import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packLimits } from './limits.ts';

/** Megabytes of heap in which a file of the greatest size has to be refused. */
const heap = 96;

/** The reader in a process of its own that dies where it needs more. */
function refusalWithin(megabytes: number, making: string): string {
  const reader = new URL('./read-pack.ts', import.meta.url).href;
  const script = `
    const { readPack } = await import('${reader}');
    const size = ${packLimits.bytes} - 1000;
    const fill = (part) => part.repeat(Math.floor(size / part.length));
    const text = ${making};
    const reading = await readPack(new TextEncoder().encode(text));
    console.log(reading.problems?.[0]?.code ?? 'accepted');
  `;
  const flags = [`--max-old-space-size=${megabytes}`, '--input-type=module', '--eval', script];
  const ended = spawnSync(process.execPath, flags, { encoding: 'utf8', timeout: 60_000 });
  return ended.status === 0 ? ended.stdout.trim() : `died: ${ended.signal ?? ended.status}`;
}

describe(`a hostile file in ${heap} MB of memory`, () => {
  it.each([
    ['more values than a campaign can have', "'[' + fill('0,') + '0]'"],
    ['a million empty objects', "'[' + fill('{},') + '{}]'"],
    ['nesting without end', "'['.repeat(size)"],
    ['a million names', "'{' + fill('\"a\":1,') + '\"b\":1}'"],
    ['one text as long as the file', "'{\"campaign\":\"' + 'x'.repeat(size - 20) + '\"}'"],
    ['nothing that ends', '\'{"campaign":{"title":"\' + \'x\'.repeat(size - 40)'],
  ])('is refused: %s', (_, making) => {
    expect(refusalWithin(heap, making)).toMatch(/^pack\./u);
  });

  it('would not be, were the reader to need much more than the file', () => {
    expect(refusalWithin(4, "'[' + fill('{},') + '{}]'")).toMatch(/^died/u);
  });
});
