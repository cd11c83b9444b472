import { describe, expect, it } from 'vitest';
import { readEmblem } from './emblem.domain.ts';
import { drawPng } from './emblem.fixtures.ts';

const text = (words: string) => new TextEncoder().encode(words) as Uint8Array<ArrayBuffer>;

describe('an emblem', () => {
  it('is taken as a square PNG and comes out as it went in', async () => {
    const file = drawPng({ width: 128 });
    expect(await readEmblem(file)).toEqual({
      status: 'read',
      emblem: { bytes: file, width: 128, height: 128 },
    });
  });

  it('loses the texts that came along and whatever was hung on behind', async () => {
    const plain = drawPng();
    const talkative = drawPng({
      extra: [
        ['tEXt', 'Author\0某人'],
        ['eXIf', 'GPS'],
      ],
    });
    const tail = new Uint8Array([...talkative, ...text('<script>alert(1)</script>')]);
    const outcome = await readEmblem(tail);
    expect(outcome).toMatchObject({ status: 'read', emblem: { bytes: plain } });
  });

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['nothing', new Uint8Array()],
  ])('is no PNG where the file is %s, whatever its name', async (_, file) => {
    expect(await readEmblem(file)).toEqual({ status: 'emblem_not_png' });
  });

  it.each([
    ['too small', { width: 63 }],
    ['too large', { width: 513 }],
    ['not square', { width: 128, height: 64 }],
  ])('has the wrong size where it is %s', async (_, size) => {
    expect(await readEmblem(drawPng(size))).toEqual({ status: 'emblem_wrong_size' });
  });

  it('is broken where a byte was changed, the end is missing, or its head is none', async () => {
    const changed = drawPng();
    changed[20] = (changed[20] ?? 0) ^ 1;
    expect(await readEmblem(changed)).toEqual({ status: 'emblem_broken' });
    expect(await readEmblem(drawPng().slice(0, -6))).toEqual({ status: 'emblem_broken' });
    expect(await readEmblem(drawPng({ interlaced: 1 }))).toEqual({ status: 'emblem_broken' });
    const headless = drawPng();
    const rest = [...headless.slice(0, 8), ...headless.slice(33)];
    expect(await readEmblem(Uint8Array.from(rest))).toEqual({ status: 'emblem_broken' });
  });

  it('is broken where it unpacks to more or fewer rows than it promises', async () => {
    expect(await readEmblem(drawPng({ rows: 63 }))).toEqual({ status: 'emblem_broken' });
    expect(await readEmblem(drawPng({ rows: 20_000 }))).toEqual({ status: 'emblem_broken' });
    const empty = drawPng({ rows: 0 });
    expect(await readEmblem(empty)).toEqual({ status: 'emblem_broken' });
  });
});
