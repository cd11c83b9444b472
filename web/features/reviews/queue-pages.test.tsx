import { cleanup, render, screen, waitFor } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { followPages } from '#web/shared/follow-pages.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { useReviewQueue } from './reviews.queries.ts';
import { queueRow } from './testing/cases.fixtures.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A queue of three pages; the page after `refusedAfter` is refused. */
const serve = (refusedAfter = Infinity) => {
  const asked: number[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    const page = Number(new URL(path, 'http://here').searchParams.get('cursor') ?? 0);
    asked.push(page);
    if (page > refusedAfter) {
      const body = JSON.stringify({ code: 'platform.rate_limited', status: 429, title: '请稍候' });
      return new Response(body, {
        status: 429,
        headers: { 'content-type': 'application/problem+json' },
      });
    }
    const rows = [queueRow({ id: `sub_${page}`, organizationName: `第${page + 1}页医院` })];
    const next = page < 2 ? { next: String(page + 1) } : {};
    return Response.json({ asOf: 0, total: 3, rows, ...next });
  });
  return asked;
};

const Queue = (props: { isWanted: boolean }) => {
  const queue = useReviewQueue();
  followPages(queue, () => props.isWanted);
  const names = () =>
    queue.data?.pages.flatMap(({ rows }) => rows.map((row) => row.organizationName));
  return <p>{names()?.join('、')}</p>;
};

const show = (isFirstWanted: boolean) => {
  const [isWanted, setWanted] = createSignal(isFirstWanted);
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <Queue isWanted={isWanted()} />
    </QueryClientProvider>
  ));
  return setWanted;
};

describe('the pages of the queue', () => {
  test('are all there once something is looked for, and one only before', async () => {
    const asked = serve();
    const setWanted = show(false);
    await screen.findByText('第1页医院');
    expect(asked).toEqual([0]);
    setWanted(true);
    await screen.findByText('第1页医院、第2页医院、第3页医院');
    expect(asked).toEqual([0, 1, 2]);
  });

  test('are not asked for again and again where one is refused', async () => {
    const asked = serve(0);
    show(true);
    await waitFor(() => expect(asked).toEqual([0, 1]));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(asked).toEqual([0, 1]);
    expect(screen.getByText('第1页医院')).toBeTruthy();
  });
});
