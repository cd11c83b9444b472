import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestChain, requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { RequestBurden } from '#schema/contracts/request-overview.ts';
import type { RequestContent } from '#schema/contracts/requests.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { issuedRequest, deskOf, openDraft, read } from './requests.fixtures.ts';
import type { Desk } from './requests.fixtures.ts';
import { submitRequest } from './usecases/approve-request.ts';
import { openRequest } from './usecases/open-request.ts';
import { measureRequest } from './usecases/weigh-request.ts';

let world: TestApp;
let desk: Desk;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
});
afterAll(() => world.close());

const countersign = { key: 'counter', title: '会签（财务科）', role: 'countersigner' as const };
const withSecond: RequestContent['chain'] = [
  ...requestChain.slice(0, 2),
  countersign,
  ...requestChain.slice(2),
];

async function contextWith(ceilingMinutes: number): Promise<TenantContext> {
  const context = await createTestContext(world.site, 'drafter');
  const { tenant } = context;
  return {
    ...context,
    tenant: { ...tenant, parameters: { ...tenant.parameters, ceilingMinutes } },
  };
}

/** What becomes of a request that is submitted under a ceiling: it is in approval, or refused. */
async function submitted(context: TenantContext, content: RequestContent): Promise<string> {
  const { id } = await openRequest({ context, input: { content } });
  const acknowledged = ['dates.rest-day'];
  try {
    await submitRequest({ context, input: { id, seenVersion: 1, acknowledged } });
    return 'in-approval';
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

async function measured(context: TenantContext, content: RequestContent): Promise<RequestBurden> {
  const { id } = await openRequest({ context, input: { content } });
  return measureRequest({ context, input: { id } });
}

const contentOf = fc.record({
  minutes: fc.integer({ min: 1, max: 900 }),
  months: fc.integer({ min: 8, max: 12 }),
  isCountersigned: fc.boolean(),
  ceiling: fc.integer({ min: 1, max: 6000 }),
});

describe('a unit’s burden', () => {
  it('is never above the ceiling without a second signature, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(contentOf, async ({ minutes, months, isCountersigned, ceiling }) => {
        const until = `2026-${String(months).padStart(2, '0')}-17`;
        const content = requestContent({
          minutes,
          repeats: { every: 'month', until },
          chain: isCountersigned ? withSecond : requestChain,
        });
        const context = await contextWith(ceiling);
        const { isOver, hasCountersignature, rows } = await measured(context, content);
        expect(hasCountersignature).toBe(isCountersigned);
        const most = Math.max(...rows.map((row) => row.minutes));
        expect(isOver).toBe(most > ceiling);
        const outcome = await submitted(context, content);
        const isRefused = isOver && !isCountersigned;
        expect(outcome).toBe(isRefused ? 'requests.over_ceiling' : 'in-approval');
      }),
      { numRuns: 25 },
    );
  });

  it('is over by one minute, and not at the ceiling itself', async () => {
    const content = requestContent({ minutes: 120 });
    const [row] = (await measured(await contextWith(1), content)).rows;
    const total = row?.minutes ?? 0;
    expect(total).toBeGreaterThanOrEqual(120);
    expect(await submitted(await contextWith(total), content)).toBe('in-approval');
    expect(await submitted(await contextWith(total - 1), content)).toBe('requests.over_ceiling');
  });

  it('is what the year asks already, once more with this request, kind by kind', async () => {
    const content = requestContent({ minutes: 75 });
    const before = await measured(await contextWith(9000), content);
    await issuedRequest(desk, requestContent({ minutes: 200 }));
    const after = await measured(await contextWith(9000), content);
    const minutesOf = (burden: RequestBurden) => burden.rows.map(({ minutes }) => minutes);
    expect(minutesOf(after)).toEqual(minutesOf(before).map((minutes) => minutes + 200));
    for (const { added, words } of after.rows) {
      expect(added.minutes).toBe(75);
      expect([words.zh.length, words.en.length].every((length) => length > 0)).toBe(true);
    }
  });

  it('is nothing for who only signs for the text', async () => {
    const units = [
      { organizationId: world.site.units['hospital'] ?? '', part: 'lead' as const },
      { organizationId: world.site.units['direct-hospital'] ?? '', part: 'support' as const },
    ];
    const { id } = await openDraft(desk.drafter, requestContent({ minutes: 90, to: { units } }));
    const { rows } = await read<RequestBurden>(desk.drafter, `/${id}/burden`);
    const added = new Map(rows.map((row) => [row.level, row.added.minutes]));
    expect(added.get('secondary')).toBe(90);
    expect(added.get('tertiary') ?? 0).toBe(0);
  });

  it('is read by the office that drafts, and by no unit', async () => {
    const { id } = await openDraft(desk.drafter);
    for (const name of ['clerk', 'head', 'other-clerk'] as const) {
      const client = await world.as(name);
      expect((await client(`/api/requests/${id}/burden`)).status).toBe(403);
      expect((await client(`/api/requests/${id}/checks`)).status).toBe(403);
    }
  });
});
