import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  countUnsent,
  createOutboundRecord,
  isDue,
  isEmpty,
  postpone,
  queueChange,
  refuse,
  settleConflict,
  startSending,
} from './queue.ts';
import type { OutboundRecord } from './queue.ts';

const change = (path: string, value: string, basedOn = 0) => ({ path, value, basedOn });
const queued = (...changes: ReturnType<typeof change>[]): OutboundRecord =>
  changes.reduce(
    queueChange,
    createOutboundRecord('per_1', 'sub_1', '/api/submissions/sub_1/draft'),
  );

describe('unsent changes of a draft', () => {
  test('a field typed twice is sent once, with its last value and its first base', () => {
    const record = queued(
      change('total', '1', 3),
      change('leader', '甲'),
      change('total', '12', 3),
    );
    expect(record.waiting).toEqual([change('leader', '甲'), change('total', '12', 3)]);
  });

  test('what is on its way goes again under the same key until somebody knows', () => {
    const sending = startSending(queued(change('total', '1')), 'key-1');
    const later = postpone(queueChange(sending, change('total', '2')), 1000);
    expect(startSending(later, 'key-2').sending).toEqual({
      idempotencyKey: 'key-1',
      changes: [change('total', '1')],
    });
    expect(countUnsent(later)).toBe(2);
  });

  test('what was typed meanwhile is based on our own accepted change', () => {
    const sending = queueChange(
      startSending(queued(change('total', '1', 3)), 'k'),
      change('total', '2', 3),
    );
    const after = acknowledge(sending, { total: { revision: 4 } });
    expect(after.waiting).toEqual([change('total', '2', 4)]);
    expect(after.sending).toBeUndefined();
  });

  test('a row taken away right after its cells were typed is no quarrel with oneself', () => {
    const typed = startSending(
      queued(change('list/r1/due', '甲'), change('list/r1/note', '乙')),
      'k',
    );
    const removal = { path: 'list/r1', basedOn: 1 };
    const revisions = { 'list/r1': { revision: 3 }, 'list/r1/due': { revision: 1 } };
    expect(acknowledge(queueChange(typed, removal), revisions).waiting).toEqual([
      { path: 'list/r1', basedOn: 3 },
    ]);
    const elsewhere = { 'list/r1': { revision: 4 } };
    expect(acknowledge(queueChange(typed, removal), elsewhere).waiting).toEqual([
      { path: 'list/r1', basedOn: 3 },
    ]);
  });

  test('a cell corrected while its pasted row is on its way builds on that row', () => {
    const pasted = { path: 'list/r1', value: { due: '甲' }, basedOn: 0 };
    const record = startSending(queueChange(queued(), pasted), 'k');
    const revisions = { 'list/r1': { revision: 1 }, 'list/r1/due': { revision: 1 } };
    const after = acknowledge(queueChange(record, change('list/r1/due', '乙')), revisions);
    expect(after.waiting).toEqual([change('list/r1/due', '乙', 1)]);
  });

  test('an acknowledged draft leaves nothing behind', () => {
    expect(isEmpty(acknowledge(startSending(queued(change('a', '1')), 'k'), {}))).toBe(true);
  });

  test('waits longer after each failure, a minute at most, or as long as the server asks', () => {
    let record = queued(change('total', '1'));
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      record = postpone(record, 0);
      waits.push(record.nextAttemptAt);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    const asked = postpone(record, 0, 5000);
    expect(isDue(asked, 4999)).toBe(false);
    expect(isDue(asked, 5000)).toBe(true);
  });

  test('a refused field is kept with its reason while its neighbours go again', () => {
    const sending = startSending(queued(change('total', '1'), change('leader', '甲')), 'k');
    const after = refuse(
      sending,
      ({ path }) => (path === 'total' ? { reason: '他人已改' } : undefined),
      '',
    );
    expect(after.refused).toEqual([{ change: change('total', '1'), reason: '他人已改' }]);
    expect(after.waiting).toEqual([change('leader', '甲')]);
    expect(after.sending).toBeUndefined();
  });

  test('a refusal that names no field refuses all that was sent, so that nothing goes round for ever', () => {
    const after = refuse(
      startSending(queued(change('a', '1'), change('b', '2')), 'k'),
      () => undefined,
      '已报送',
    );
    expect(after.waiting).toEqual([]);
    expect(after.refused.map((each) => each.reason)).toEqual(['已报送', '已报送']);
  });

  test('keeping one’s own value sends it again on top of the other’s; giving it up drops it', () => {
    const conflict = { path: 'total', theirs: '9', theirRevision: 7 };
    const refused = refuse(
      startSending(queued(change('total', '1', 3)), 'k'),
      () => ({ reason: '', conflict }),
      '',
    );
    expect(settleConflict(refused, 'total', 'mine').waiting).toEqual([change('total', '1', 7)]);
    expect(isEmpty(settleConflict(refused, 'total', 'theirs'))).toBe(true);
  });

  test('typing again in a refused field takes the refusal away', () => {
    const refused = refuse(
      startSending(queued(change('total', 'x')), 'k'),
      () => ({ reason: '应为整数' }),
      '',
    );
    const after = queueChange(refused, change('total', '12'));
    expect(after.refused).toEqual([]);
    expect(after.waiting).toEqual([change('total', '12')]);
  });
});
