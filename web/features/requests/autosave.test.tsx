import { createRoot } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NetworkError, ProblemError } from '#web/shared/problem.ts';
import { createAutosave, mergeWhole } from './autosave.ts';
import type { Saved } from './autosave.ts';

type Note = { readonly title?: string; readonly text?: string };

const stale = () =>
  new ProblemError(
    { title: '已有更新', status: 412, code: 'platform.stale_version' },
    new Headers(),
  );

/** A server that keeps one text and refuses what was based on an older version. */
const serve = (start: Saved<Note>) => {
  let kept = start;
  let isAway = false;
  return {
    kept: () => kept,
    write: (value: Note) => {
      kept = { value, version: kept.version + 1 };
    },
    setAway: (away: boolean) => {
      isAway = away;
    },
    send: async (value: Note, version: number): Promise<number> => {
      if (isAway) throw new NetworkError(undefined);
      if (version !== kept.version) throw stale();
      kept = { value, version: version + 1 };
      return kept.version;
    },
    read: async () => kept,
  };
};

const base: Saved<Note> = { value: { title: '自查', text: '原文' }, version: 1 };

const open = (server: ReturnType<typeof serve>, onMerged?: (value: Note) => void) =>
  createRoot((dispose) => ({
    dispose,
    saving: createAutosave<Note>({ initial: base, send: server.send, read: server.read, onMerged }),
  }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('two people at one text', () => {
  test('each part that only one of them changed is followed', () => {
    const merge = mergeWhole<Note>(
      base.value,
      { title: '我的标题', text: '原文' },
      { title: '自查', text: '对方的要求' },
    );
    expect(merge).toEqual({ merged: { title: '我的标题', text: '对方的要求' }, conflicts: [] });
  });

  test('a part that both changed differently is named, and mine stands meanwhile', () => {
    const merge = mergeWhole<Note>(base.value, { text: '甲' }, { title: '自查', text: '乙' });
    expect(merge.merged).toEqual({ text: '甲' });
    expect(merge.conflicts).toEqual(['text']);
  });

  test('the same change by both is no conflict', () => {
    expect(mergeWhole<Note>(base.value, { text: '同' }, { text: '同' }).conflicts).toEqual([]);
  });

  test('is told where the browser knows no well-formed strings, as in Chromium 86', () => {
    const name = 'isWellFormed';
    const known = Object.getOwnPropertyDescriptor(String.prototype, name);
    Reflect.deleteProperty(String.prototype, name);
    try {
      const lists = { to: { kinds: ['医院', '卫生院'], part: '承办' } };
      const turned = { to: { part: '承办', kinds: ['医院', '卫生院'] } };
      const other = { to: { part: '承办', kinds: ['卫生院', '医院'] } };
      expect(mergeWhole<Record<string, unknown>>(lists, turned, other).merged).toEqual(other);
      expect(mergeWhole<Record<string, unknown>>(lists, {}, turned).merged).toEqual({});
    } finally {
      if (known) Object.defineProperty(String.prototype, name, known);
    }
  });
});

describe('a text that is kept as it is typed', () => {
  test('goes out once after a pause in typing', async () => {
    const server = serve(base);
    const { saving, dispose } = open(server);
    saving.put({ ...base.value, title: '自查情况' });
    saving.put({ ...base.value, title: '自查情况报告' });
    expect(server.kept().version).toBe(1);
    await vi.advanceTimersByTimeAsync(1500);
    expect(server.kept()).toEqual({ value: { title: '自查情况报告', text: '原文' }, version: 2 });
    expect([saving.state(), saving.version()]).toEqual(['saved', 2]);
    dispose();
  });

  test('stays on the page while the server is away, and goes out when it is back', async () => {
    const server = serve(base);
    const { saving, dispose } = open(server);
    server.setAway(true);
    saving.put({ ...base.value, text: '断网时写的' });
    await vi.advanceTimersByTimeAsync(1500);
    expect([saving.state(), saving.isDirty(), saving.value().text]).toEqual([
      'away',
      true,
      '断网时写的',
    ]);
    server.setAway(false);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.kept().value.text).toBe('断网时写的');
    dispose();
  });

  test('takes over what the other changed elsewhere and is saved with it', async () => {
    const server = serve(base);
    const merged: Note[] = [];
    const { saving, dispose } = open(server, (value) => merged.push(value));
    server.write({ title: '对方的标题', text: '原文' });
    saving.put({ ...base.value, text: '我的要求' });
    expect(await saving.flush()).toBe(true);
    expect(server.kept().value).toEqual({ title: '对方的标题', text: '我的要求' });
    expect(merged).toEqual([{ title: '对方的标题', text: '我的要求' }]);
    dispose();
  });

  test('waits for a decision where both changed the same part, and loses neither', async () => {
    const server = serve(base);
    const { saving, dispose } = open(server);
    server.write({ title: '自查', text: '对方写的' });
    saving.put({ ...base.value, text: '我写的' });
    expect(await saving.flush()).toBe(false);
    expect(saving.conflict()?.keys).toEqual(['text']);
    expect(saving.value().text).toBe('我写的');
    expect(server.kept().value.text).toBe('对方写的');
    expect(await saving.settle({ text: 'mine' })).toBe(true);
    expect(server.kept()).toEqual({ value: { title: '自查', text: '我写的' }, version: 3 });
    dispose();
  });

  test('gives up its own part where the other one is chosen', async () => {
    const server = serve(base);
    const { saving, dispose } = open(server);
    server.write({ title: '自查', text: '对方写的' });
    saving.put({ title: '我的标题', text: '我写的' });
    await saving.flush();
    await saving.settle({ text: 'theirs' });
    expect(server.kept().value).toEqual({ title: '我的标题', text: '对方写的' });
    dispose();
  });

  test('follows a newer version only while nothing of its own waits', () => {
    const { saving, dispose } = open(serve(base));
    saving.adopt({ value: { title: '新', text: '原文' }, version: 2 });
    expect([saving.version(), saving.value().title]).toEqual([2, '新']);
    saving.put({ title: '新', text: '正在写' });
    saving.adopt({ value: { title: '更新', text: '别的' }, version: 3 });
    expect([saving.version(), saving.value().text]).toEqual([2, '正在写']);
    dispose();
  });
});
