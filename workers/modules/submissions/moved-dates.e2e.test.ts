import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { addDays } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { byDocument, monthPart, on, phase, undated } from '#plugins/sdk/define.ts';
import type { CampaignDetail } from '#schema/contracts/campaign-outline.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { obligationsOf } from './obligations.domain.ts';
import {
  fileOnPaper,
  filingCampaign,
  filingsOf,
  findMine,
  publishInto,
} from './submissions.fixtures.ts';

const worlds: TestApp[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.close())));

async function openWorld(): Promise<TestApp> {
  const world = await createTestApp();
  worlds.push(world);
  return world;
}

/** The campaign of these tests with another date for one task. */
function withDue(taskKey: string, due: DateRule, changes: Partial<Campaign> = {}): Campaign {
  const campaign = filingCampaign();
  const tasks = campaign.tasks.map((task) => (task.key === taskKey ? { ...task, due } : task));
  return { ...campaign, tasks, ...changes };
}

const dueOf = async (world: TestApp, unit: string, taskKey: string) => {
  const filing = (await filingsOf(world.site, unit)).find((each) => each.taskKey === taskKey);
  if (filing === undefined) throw new Error(`${unit} is not asked for ${taskKey}`);
  return filing;
};

describe('a date that moves after half of the units have filed', () => {
  let world: TestApp;
  let clerk: TestClient;
  let before: Awaited<ReturnType<typeof publishInto>>;
  beforeAll(async () => {
    world = await openWorld();
    before = await publishInto(world.site);
    clerk = await world.as('clerk');
    await fileOnPaper(clerk, await findMine(clerk, 'training-report'));
  });

  it('moves for who has not filed, and stays for who has: nobody is late by an amendment', async () => {
    const filed = await dueOf(world, 'hospital', 'training-report');
    const moved = await publishInto(world.site, filingCampaign({ dueOn: '2026-07-10' }), before);
    expect(moved).toMatchObject({ opened: 0, number: 2 });
    const after = await dueOf(world, 'hospital', 'training-report');
    expect(after).toMatchObject({ dueOn: '2026-07-20', firstFiledAt: filed.firstFiledAt });
    expect(after.dueAt).toBe(filed.dueAt);
    for (const unit of ['second-hospital', 'direct-hospital']) {
      expect((await dueOf(world, unit, 'training-report')).dueOn).toBe('2026-07-10');
    }
    before = moved;
  });

  it('moves again from where it is, and asks nobody anew', async () => {
    const again = await publishInto(world.site, filingCampaign({ dueOn: '2026-08-03' }), before);
    expect(again.opened).toBe(0);
    expect((await dueOf(world, 'second-hospital', 'training-report')).dueOn).toBe('2026-08-03');
    expect(await filingsOf(world.site, 'hospital')).toHaveLength(2);
  });
});

describe('「另行通知」', () => {
  const notice = (day?: string) =>
    byDocument('督查通知', '另行通知', day === undefined ? {} : { on: day });

  it('is owed on no day until the other paper is out, and then on its day, in the same words', async () => {
    const world = await openWorld();
    const first = await publishInto(world.site, withDue('complaint-report', notice()));
    expect(await dueOf(world, 'hospital', 'complaint-report')).toMatchObject({
      dueOn: null,
      dueAt: null,
      dueWording: '另行通知',
    });
    await publishInto(world.site, withDue('complaint-report', notice('2026-08-14')), first);
    expect(await dueOf(world, 'hospital', 'complaint-report')).toMatchObject({
      dueOn: '2026-08-14',
      dueAt: Date.parse('2026-08-15T00:00:00+08:00'),
      dueWording: '另行通知',
    });
  });
});

describe('a phase that began before the document was published', () => {
  const early = filingCampaign();
  const phased: Campaign = {
    ...early,
    phases: [
      phase('mobilisation', {
        title: '动员部署',
        from: on('2026-01-05', '1月5日'),
        to: on('2026-03-31', '3月31日'),
      }),
      phase('self-check', {
        title: '自查自纠',
        from: on('2026-03-01', '3月1日'),
        to: on('2026-08-31', '8月31日'),
      }),
    ],
  };

  it('is lawful: the checker says so and stops nothing, though phases overlap', () => {
    const problems = checkCampaign(phased, {
      calendar: officialCalendar,
      issuedOn: '2026-03-10',
      publishedOn: '2026-03-10',
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.stringify(problems)).toContain('动员部署');
  });

  it('takes nothing from what units owe', async () => {
    const world = await openWorld();
    const { opened } = await publishInto(world.site, phased);
    expect(opened).toBe(6);
    const mine = await (await world.as('clerk'))('/api/submissions/mine');
    expect(mine.status).toBe(200);
    expect((await dueOf(world, 'hospital', 'training-report')).dueOn).toBe('2026-07-20');
  });
});

describe('a clause that hangs nothing', () => {
  it('is read like every other, and nobody owes anything for it', async () => {
    const world = await openWorld();
    const campaign = filingCampaign();
    const goal = {
      key: 'goal',
      kind: 'principle' as const,
      number: '序',
      title: '工作目标',
      words: '树立行业新风尚。',
    };
    const withGoal = { ...campaign, clauses: [goal, ...campaign.clauses] };
    const { campaignId, opened } = await publishInto(world.site, withGoal);
    expect(opened).toBe(6);
    const answer = await (await world.as('clerk'))(`/api/campaigns/${campaignId}`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.json<CampaignDetail>())).toContain('树立行业新风尚');
  });
});

describe('no day without its words', () => {
  it('holds for every filing that any date asks for', () => {
    const day = fc.nat(330).map((days) => addDays('2026-01-10', days));
    const rule = fc.oneof(
      day.map((each) => on(each, `${each}前`)),
      fc
        .tuple(
          fc.constantFrom('beginning' as const, 'end' as const),
          fc.integer({ min: 10, max: 12 }),
        )
        .map(([part, month]) => monthPart(`2026-${month}`, part, `${month}月内`)),
      day.map((each) => byDocument('督查通知', '另行通知', { on: each })),
      fc.constant(undated('定期')),
      fc.constant(byDocument('督查通知', '另行通知')),
    );
    const units = [
      {
        id: 'a',
        kind: 'hospital' as const,
        level: 'secondary' as const,
        tags: [],
        facts: [],
        relations: [],
      },
    ];
    fc.assert(
      fc.property(rule, (due) => {
        const asked = obligationsOf({
          campaign: withDue('training-report', due),
          units,
          publishedOn: '2026-01-05',
          calendar: officialCalendar,
          cutOff: '17:30',
        });
        expect(asked).toHaveLength(2);
        for (const { dueOn, dueAt, dueWording } of asked) {
          expect(dueWording.length).toBeGreaterThan(0);
          expect(dueOn === null).toBe(dueAt === null);
        }
      }),
    );
  });
});
