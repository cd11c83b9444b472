import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { institutions } from '#plugins/sdk/define.ts';
import type { RegisterNode } from '#plugins/sdk/define.ts';
import type { EntryList, Wall } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  act,
  claim,
  problemsRegister,
  publishRegisters,
  recordProblem,
  registersCampaign,
  showOf,
  wallRegister,
} from './registers.fixtures.ts';

type People = Record<'clerk' | 'other' | 'reviewer' | 'checker', TestClient>;
const worlds: TestApp[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

/** A commission with these registers and nothing else. */
async function commissionWith(registers: RegisterNode[]) {
  const world = await createTestApp();
  worlds.push(world);
  await publishRegisters(world.site, registersCampaign({ registers }));
  const people: People = {
    clerk: await world.as('clerk'),
    other: await world.as('other-clerk'),
    reviewer: await world.as('reviewer'),
    checker: await world.as('checker'),
  };
  return { world, ...people, unit: (key: string) => world.site.units[key] ?? '' };
}
type Commission = Awaited<ReturnType<typeof commissionWith>>;

const record = (client: TestClient, organizationId: string) =>
  client('/api/registers/entries', {
    json: { register: 'problems', organizationId, answers: { what: '问题' } },
  });
const codeOf = async (answer: ReturnType<typeof record>) => {
  const { status, json } = await answer;
  return status === 201 ? 201 : json().code;
};

describe('who may put an entry on record', () => {
  let office: Commission;
  let units: Commission;
  beforeAll(async () => {
    office = await commissionWith([{ ...problemsRegister, recordedBy: ['office'] }]);
    units = await commissionWith([
      {
        ...problemsRegister,
        recordedBy: ['unit'],
        audience: institutions({ kinds: ['hospital'], levels: ['secondary'] }),
      },
    ]);
  });

  it('is the office alone where the register says so', async () => {
    expect(await codeOf(record(office.clerk, office.unit('hospital')))).toBe(
      'registers.not_recorder',
    );
    expect(await codeOf(record(office.reviewer, office.unit('hospital')))).toBe(201);
    expect(await codeOf(record(office.reviewer, office.unit('direct-hospital')))).toBe(
      'platform.out_of_range',
    );
  });

  it('is the unit alone where the register says so, and for itself', async () => {
    expect(await codeOf(record(units.checker, units.unit('hospital')))).toBe(
      'registers.not_recorder',
    );
    expect(await codeOf(record(units.clerk, units.unit('hospital')))).toBe(201);
  });

  it('reaches only the units of the audience', async () => {
    expect(await codeOf(record(units.other, units.unit('direct-hospital')))).toBe(
      'registers.unknown_unit',
    );
  });
});

describe('what units see of one another', () => {
  it('is nothing, their bureau’s too, where a register is the unit’s own', async () => {
    const { clerk, reviewer, checker, unit } = await commissionWith([
      { ...problemsRegister, visibility: { units: 'own' } },
    ]);
    const { id } = await recordProblem(clerk, unit('hospital'));
    expect((await reviewer(`/api/registers/entries/${id}`)).status).toBe(404);
    const seen = async (client: TestClient) =>
      (await client('/api/registers/problems/entries')).json<EntryList>().total;
    expect([await seen(clerk), await seen(reviewer), await seen(checker)]).toEqual([1, 0, 1]);
  });

  it('is everything, and nothing to act on, where a register is for all', async () => {
    const { clerk, other, unit } = await commissionWith([
      { ...problemsRegister, visibility: { units: 'all' } },
    ]);
    const { id } = await recordProblem(clerk, unit('hospital'));
    expect((await showOf(other, id)).moves).toEqual([]);
    expect((await act(other, `${id}/steps`, claim)).status).toBe(403);
  });
});

describe('a file under an entry', () => {
  it('is opened by whoever may see the entry, and belongs to the unit', async () => {
    const { clerk, other, reviewer, unit } = await commissionWith([problemsRegister]);
    const scan = await uploadScan(clerk, '整改佐证');
    const open = async (client: TestClient) =>
      (await client(`/api/evidence/${scan}/content`)).status;
    expect(await open(reviewer)).toBe(404);
    const { id } = await recordProblem(clerk, unit('hospital'), { answers: { proof: [scan] } });
    expect([await open(reviewer), await open(other)]).toEqual([200, 404]);
    const shown = await showOf(reviewer, id);
    expect(shown.evidence.map((file) => file.id)).toEqual([scan]);
    const foreign = await uploadScan(other, '别人的材料');
    const json = {
      register: 'problems',
      organizationId: unit('hospital'),
      answers: { what: '问题', proof: [foreign] },
    };
    expect((await clerk('/api/registers/entries', { json })).status).toBe(404);
  });
});

describe('the next version of a register', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      key: `measure-${at + 1}`,
      title: { zh: `举措${at + 1}`, en: `Measure ${at + 1}` },
    }));
  const chart = (count: number): RegisterNode => ({
    ...wallRegister,
    master: { audience: institutions(), rows: rows(count) },
  });

  it('hands down the rows that are new, and leaves those that are there', async () => {
    const { world, checker } = await commissionWith([chart(1)]);
    const before = (await checker('/api/registers/measures/wall')).json<Wall>();
    expect(before.rows.map(({ total }) => total)).toEqual([3]);
    const next = registersCampaign({ title: '第2版', registers: [chart(3)] });
    const opened = await publishRegisters(world.site, { ...next, year: 2027 });
    expect(opened.instances).toBe(6);
    const after = (await checker('/api/registers/measures/wall')).json<Wall>();
    expect(after.rows.map(({ total }) => total)).toEqual([3, 3, 3]);
    const list = (await checker('/api/registers/measures/entries?limit=100')).json<EntryList>();
    const numbers = list.rows.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('leaves an entry on its own version until it is moved, step after step', async () => {
    const { world, clerk, unit } = await commissionWith([problemsRegister]);
    const { id } = await recordProblem(clerk, unit('hospital'));
    await act(clerk, `${id}/steps`, claim);
    const workflow = problemsRegister.workflow;
    const shorter: RegisterNode = {
      ...problemsRegister,
      ...(workflow && {
        workflow: {
          ...workflow,
          states: workflow.states.filter(({ key }) => key !== 'claimed'),
          transitions: workflow.transitions
            .map((each) => (each.to === 'claimed' ? { ...each, to: 'rectifying' } : each))
            .map((each) => ({ ...each, from: each.from.filter((from) => from !== 'claimed') }))
            .filter(({ from }) => from.length > 0),
        },
      }),
    };
    const next = registersCampaign({ title: '第2版', registers: [shorter] });
    await publishRegisters(world.site, { ...next, year: 2027 });
    const shown = await showOf(clerk, id);
    expect(shown.summary.state).toMatchObject({ key: 'claimed', title: { zh: '已认领' } });
    expect(shown.register.campaignTitle).not.toBe('第2版');
    expect((await act(clerk, `${id}/steps`, { transition: 'begin' })).status).toBe(200);
    expect((await showOf(clerk, id)).register.campaignTitle).not.toBe('第2版');
  });

  it('shows and lists nothing that an entry of an earlier version masks', async () => {
    const { world, clerk, checker, unit } = await commissionWith([
      { ...problemsRegister, listed: ['kind'] },
    ]);
    const secret = '张某某';
    const { id } = await recordProblem(clerk, unit('hospital'), { answers: { who: secret } });
    const open: RegisterNode = { ...problemsRegister, visibility: { units: 'above' } };
    const next = registersCampaign({ title: '第2版', registers: [open] });
    await publishRegisters(world.site, { ...next, year: 2027 });
    expect((await showOf(checker, id)).answers['who']).toBe('某');
    const base = '/api/registers/problems/entries';
    for (const query of [`field=who&value=${encodeURIComponent(secret)}`, 'sort=who']) {
      const guess = await checker(`${base}?${query}`);
      expect(guess.json()).toMatchObject({ code: 'registers.not_listed' });
    }
    const list = (await checker(`${base}?sort=kind`)).json<EntryList>();
    expect(list.register.listed).toEqual(['kind', 'deadline']);
  });

  it('lists a field again when no entry is left that masks it', async () => {
    const { world, checker } = await commissionWith([problemsRegister]);
    const open: RegisterNode = { ...problemsRegister, visibility: { units: 'above' } };
    const next = registersCampaign({ title: '第2版', registers: [open] });
    await publishRegisters(world.site, { ...next, year: 2027 });
    expect((await checker('/api/registers/problems/entries?sort=who')).status).toBe(200);
  });
});
