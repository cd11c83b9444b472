import { expect, test } from 'vitest';
import type { RequestSummary } from '#schema/contracts/request-overview.ts';
import { proposalLine, requestLines } from './week-lines.presenter.ts';

const request = (id: string, overdue: number, outstanding: number) =>
  ({
    id,
    title: `${id}号任务`,
    counts: { due: 3, replied: 0, accepted: 0, overdue, outstanding, excused: 0, units: 1 },
    dueLabel: { zh: '7月17日（周五）17:30', en: '17 July 17:30' },
  }) as unknown as RequestSummary;

test('what is overdue stands apart from what is still waited for', () => {
  const { late, waiting } = requestLines([
    request('一', 0, 2),
    request('二', 1, 1),
    request('三', 0, 0),
  ]);
  expect(late.map(({ words }) => words)).toEqual(['二号任务，还有 1 件未答复']);
  expect(waiting.map(({ label }) => label)).toEqual(['7月17日（周五）17:30']);
});

test('no proposal, no line', () => {
  expect(proposalLine(0)).toEqual([]);
  expect(proposalLine(2)[0]?.words).toContain('2');
});
