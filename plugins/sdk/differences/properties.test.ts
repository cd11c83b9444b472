import { expect, it } from 'vitest';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { describeDifferences } from './differences.ts';

const before = smallCampaign();
const [first] = before.tasks as [Task];

it('a task that two people review from now on says so, and that it was one before', () => {
  const after = { ...before, tasks: [{ ...first, review: { double: true as const } }] };
  const [line] = describeDifferences({ ...before, tasks: [first] }, after);
  expect(line?.message.zh).toContain('的审核方式由“无”改为“双人复核”');
});
