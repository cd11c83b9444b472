import { describe, expect, test, vi } from 'vitest';
import type { Answer, CommandRequest } from '../client.ts';
import { NetworkError, ProblemError } from '../problem.ts';
import { createWindowStore } from './outbound.driver.ts';
import { createOutbound } from './outbound.ts';
import type { DraftSaved } from './outbound.ts';

const url = '/api/submissions/sub_1/draft';

const saved = (revision: number): Answer<DraftSaved> => ({
  data: {
    version: revision,
    savedAt: 0,
    answers: {},
    revisions: { total: { revision, byPost: '填报人', at: 0 } },
  },
  etag: undefined,
  status: 200,
});

const problem = (status: number, extras: Record<string, unknown> = {}) =>
  new ProblemError({ status, code: 'x', title: '不能保存', ...extras }, new Headers());

/** A server that answers as the test says, in turn. */
const open = (...answers: (Answer<DraftSaved> | Error)[]) => {
  const requests: CommandRequest[] = [];
  const store = createWindowStore();
  const send = async (request: CommandRequest) => {
    requests.push(request);
    const answer = answers.shift();
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('not expected');
    return answer;
  };
  const openFor = (personId: string) => createOutbound({ personId, store, send });
  return { requests, openFor, outbound: openFor('per_1') };
};

const total = (value: string, basedOn = 0) => ({ path: 'total', value, basedOn });

describe('drafts on their way to the server', () => {
  test('are sent as field changes and forgotten once the server has them', async () => {
    const { outbound, requests } = open(saved(1));
    await outbound.put('sub_1', url, total('12'));
    expect(outbound.unsentCount()).toBe(1);
    await outbound.flush('sub_1');
    expect(requests).toMatchObject([
      { method: 'PATCH', path: url, body: { changes: [total('12')] } },
    ]);
    expect(outbound.recordOf('sub_1')).toBeUndefined();
    expect(outbound.savedOf('sub_1')?.version).toBe(1);
    outbound.close();
  });

  test('stay in the browser while the server is away, and go again under the same key', async () => {
    const { outbound, requests } = open(new NetworkError('away'), problem(503), saved(1));
    await outbound.put('sub_1', url, total('12'));
    await outbound.flush('sub_1');
    expect(outbound.unsentCount()).toBe(1);
    await outbound.flush('sub_1');
    await outbound.flush('sub_1');
    expect(new Set(requests.map((request) => request.idempotencyKey)).size).toBe(1);
    expect(outbound.unsentCount()).toBe(0);
    outbound.close();
  });

  test('are sent by themselves when the network is back', async () => {
    const { outbound } = open(new NetworkError('away'), saved(1));
    await outbound.put('sub_1', url, total('12'));
    await outbound.flush('sub_1');
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(outbound.unsentCount()).toBe(0));
    outbound.close();
  });

  test('survive the end of the session and wait for the same person only', async () => {
    const { outbound, openFor, requests } = open(problem(401), saved(1));
    await outbound.put('sub_1', url, total('12'));
    await outbound.flush('sub_1');
    outbound.close();
    const other = openFor('per_2');
    await other.restore();
    expect(other.unsentCount()).toBe(0);
    const again = openFor('per_1');
    await again.restore();
    expect(again.unsentCount()).toBe(1);
    await again.flush('sub_1');
    expect(requests).toHaveLength(2);
    other.close();
    again.close();
  });

  test('show both values where somebody else changed the field, and let the person choose', async () => {
    const conflicts = [{ path: 'total', yours: '12', theirs: '9', theirRevision: 4 }];
    const { outbound, requests } = open(problem(412, { conflicts }), saved(5));
    await outbound.put('sub_1', url, total('12', 3));
    await outbound.flush('sub_1');
    expect(outbound.recordOf('sub_1')?.refused[0]?.conflict?.theirs).toBe('9');
    await outbound.settle('sub_1', 'total', 'mine');
    await outbound.flush('sub_1');
    expect(requests[1]?.body).toEqual({ changes: [total('12', 4)] });
    outbound.close();
  });

  test('keep a value the server refused, with the server’s reason for that field', async () => {
    const errors = [{ path: '/changes/1/value', code: 'integer', message: '应为整数' }];
    const { outbound, requests } = open(problem(422, { errors }), saved(1));
    await outbound.put('sub_1', url, { path: 'leader', value: '甲', basedOn: 0 });
    await outbound.put('sub_1', url, total('十二'));
    await outbound.flush('sub_1');
    expect(outbound.recordOf('sub_1')?.refused).toMatchObject([
      { change: total('十二'), reason: '应为整数' },
    ]);
    await outbound.flush('sub_1');
    expect(requests[1]?.body).toEqual({ changes: [{ path: 'leader', value: '甲', basedOn: 0 }] });
    expect(outbound.refusedCount()).toBe(1);
    outbound.close();
  });
});

describe('leaving a shared computer', () => {
  test('everything goes once more first; when it is saved, nothing of the person stays', async () => {
    const { store, outbound } = openWatched(saved(1));
    await outbound.put('sub_1', url, total('12'));
    await outbound.flushAll();
    expect(outbound.unsentCount()).toBe(0);
    await outbound.wipe();
    expect(store.wipe).toHaveBeenCalledTimes(1);
    outbound.close();
  });

  test('what could not be saved is not wiped', async () => {
    const { store, outbound } = openWatched(new NetworkError('away'));
    await outbound.put('sub_1', url, total('12'));
    await outbound.flushAll();
    expect(outbound.unsentCount()).toBe(1);
    await outbound.wipe();
    expect(store.wipe).not.toHaveBeenCalled();
    outbound.close();
  });
});

const openWatched = (answer: Answer<DraftSaved> | Error) => {
  const store = { ...createWindowStore(), wipe: vi.fn<() => Promise<void>>(async () => undefined) };
  const send = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { store, outbound: createOutbound({ personId: 'per_1', store, send }) };
};
