import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryList } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { TEST_NOW } from '#workers/platform/database/testing/tenant.fixtures.ts';
import {
  act,
  apply,
  claim,
  publishRegisters,
  recordProblem,
  showOf,
} from './registers.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let reviewer: TestClient;
let drafter: TestClient;
let hospital: string;

async function signIn(name: string): Promise<TestClient> {
  const visitor = world.visitor();
  const cookie = await signInForCookie(visitor, name, TEST_PASSWORD);
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}

/** People sign in anew on each day: sessions do not last for weeks. */
async function onDay(day: string): Promise<void> {
  world.clock.set(`${day}T10:00:00+08:00`);
  clerk = await signIn('clerk');
  reviewer = await signIn('reviewer');
  drafter = await signIn('drafter');
}

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site);
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(async () => {
  world.clock.set(TEST_NOW);
  await world.close();
});

/** The days of these tests only go on: a session is not older than its sign-in. */
const claimed = async (on: string, deadline: string) => {
  await onDay(on);
  const { id } = await recordProblem(clerk, hospital);
  await act(clerk, `${id}/steps`, { ...claim, answers: { ...claim.answers, deadline } });
  return id;
};
const clockOf = async (id: string) => (await showOf(clerk, id)).clocks[0];

describe('an extension over HTTP', () => {
  it('is asked for before the end, granted by the office, and counts from the end', async () => {
    const id = await claimed('2026-07-01', '2026-07-20');
    await onDay('2026-07-20');
    const ask = { transition: 'ask-extension', reason: '设备采购延迟' };
    expect((await act(clerk, `${id}/steps`, ask)).status).toBe(200);
    await onDay('2026-07-22');
    const grant = { transition: 'extend', reason: '同意延期' };
    expect((await act(reviewer, `${id}/steps`, grant)).status).toBe(200);
    expect(await clockOf(id)).toMatchObject({ dueOn: '2026-08-19', overdue: false });
    const { history } = await showOf(clerk, id);
    expect(history.at(-1)).toMatchObject({ kind: 'extended', on: '2026-07-22' });
    expect(history.at(-2)).toMatchObject({ kind: 'step', reason: '同意延期' });
  });

  it('is refused the day after, with the reason on the button and in the answer', async () => {
    const id = await claimed('2026-08-01', '2026-08-20');
    await onDay('2026-08-21');
    const shown = await showOf(clerk, id);
    const button = shown.moves.find(({ key }) => key === 'ask-extension');
    expect(button?.unmet[0]?.message.zh).toContain('延期须在期满前提出');
    const late = await act(clerk, `${id}/steps`, { transition: 'ask-extension', reason: '来不及' });
    expect([late.status, late.json().code]).toEqual([409, 'registers.refused']);
    const office = await act(reviewer, `${id}/steps`, { transition: 'extend', reason: '同意' });
    expect(office.status).toBe(409);
  });
});

describe('time that goes by', () => {
  it('makes an entry overdue without anybody touching it, and the application ends that', async () => {
    const id = await claimed('2026-09-01', '2026-09-10');
    await onDay('2026-09-14');
    const overdue = async () =>
      (await reviewer('/api/registers/problems/entries?overdue=true'))
        .json<EntryList>()
        .rows.map((row) => row.id);
    expect(await overdue()).toContain(id);
    expect(await clockOf(id)).toMatchObject({
      overdue: true,
      words: { zh: '整改期限，已超期4日（自然日）' },
    });
    await act(clerk, `${id}/steps`, apply);
    expect(await overdue()).not.toContain(id);
    expect((await clockOf(id))?.words.zh).toBe('整改期限，9月14日（周一）办理，超期');
  });

  it('takes the application back with 不予销号, and the old day counts again', async () => {
    const id = await claimed('2026-10-12', '2026-10-20');
    await act(clerk, `${id}/steps`, apply);
    const refuse = { transition: 'refuse', reason: '佐证材料不在整改期内' };
    expect((await act(reviewer, `${id}/steps`, refuse)).status).toBe(200);
    await onDay('2026-10-21');
    const shown = await showOf(clerk, id);
    expect(shown.milestones.rectified).toBeUndefined();
    expect(shown.clocks[0]).toMatchObject({ overdue: true, dueOn: '2026-10-20' });
    expect(shown.history.at(-1)).toMatchObject({ reason: '佐证材料不在整改期内' });
  });
});

describe('links between entries', () => {
  it('are made by the office, between registers that the link names', async () => {
    const [first, second] = [
      await claimed('2026-11-02', '2026-11-20'),
      await claimed('2026-11-02', '2026-11-20'),
    ];
    const link = { link: 'relapse-of', entry: second };
    expect((await act(clerk, `${first}/links`, link)).status).toBe(403);
    expect((await act(reviewer, `${first}/links`, link)).status).toBe(200);
    expect((await showOf(clerk, first)).ties).toMatchObject([{ entry: second }]);
    const wrong = await act(reviewer, `${first}/links`, { link: 'leaders', entry: second });
    expect(wrong.json().code).toBe('registers.unknown_link');
  });
});

describe('a split over HTTP', () => {
  it('gives the part the first day of the whole, and ends with the whole', async () => {
    const id = await claimed('2026-11-10', '2026-11-20');
    await onDay('2026-11-12');
    const split = { answers: { what: '其中涉及收费的部分' }, reason: '责任科室不同' };
    const answer = await act(reviewer, `${id}/parts`, split);
    const { made = '' } = answer.json<{ made?: string }>();
    const part = await showOf(clerk, made);
    expect(part.summary).toMatchObject({ recordedOn: '2026-11-10', responsible: '药剂科主任' });
    const empty = await act(reviewer, `${id}/parts`, { answers: {}, reason: '责任科室不同' });
    expect(empty.status).toBe(422);
  });
});

describe('two years of 转长期整改', () => {
  it('stands still in 转长期整改, which is not overdue however long it takes', async () => {
    const id = await claimed('2026-12-01', '2026-12-10');
    const move = { transition: 'to-long-term', reason: '涉及基建，需两年' };
    expect((await act(drafter, `${id}/steps`, move)).status).toBe(200);
    await onDay('2026-12-31');
    expect(await clockOf(id)).toMatchObject({ status: 'stopped', overdue: false });
    const shown = await showOf(clerk, id);
    expect(shown.summary).toMatchObject({ overdue: false, state: { longTerm: true } });
    expect((await act(clerk, `${id}/steps`, apply)).status).toBe(200);
  });
});
