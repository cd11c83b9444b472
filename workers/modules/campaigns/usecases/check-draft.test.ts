import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashCampaign } from '#plugins/sdk/canonical.ts';
import { readPartBody } from '#schema/contracts/campaign/parts.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { createTestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { listPlugins } from '#workers/modules/plugin-host/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { createTestClock } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { listParts } from '../draft-parts.repository.ts';
import { toCampaign } from '../parts.domain.ts';
import { checkDraft } from './check-draft.ts';
import { listTemplates } from './list-templates.ts';
import { openDraft } from './open-draft.ts';
import { submitDraft } from './submit-draft.ts';

let site: TestSite;
let drafter: TenantContext;

beforeAll(async () => {
  site = await createTestSite('dong', createTestClock());
  drafter = await createTestContext(site, 'drafter');
});
afterAll(() => site.close());

/** The same commission, pinned to a region's module. */
function pinnedTo(id: string): TenantContext {
  const plugin = listPlugins().find((each) => each.id === id);
  if (plugin === undefined) throw new Error(`no module named ${id}`);
  return { ...drafter, tenant: { ...drafter.tenant, plugin: { id, version: plugin.version } } };
}

async function problemsOf(id: string, year: number, toYear?: number) {
  const context = pinnedTo(id);
  const input = { from: 'template' as const, plugin: id, year, toYear };
  const draft = await openDraft({ context, input });
  return { context, draft, ...(await checkDraft({ context, input: { id: draft.id } })) };
}

const restDays = (problems: Awaited<ReturnType<typeof problemsOf>>['problems']) =>
  problems.filter(({ code, severity }) => code === 'dates.rest-day' && severity === 'warning');

describe('一致性检查 of the original documents', () => {
  it.each([
    ['weihai', 2019, '截止日为周六，建议改为7月19日或说明'],
    ['putuo', 2020, '截止日为周日，建议改为11月13日或说明'],
  ])('says that the deadline of %s %i fell on a weekend', async (id, year, message) => {
    const { problems } = await problemsOf(id, year);
    expect(restDays(problems).map((each) => each.message.zh)).toContain(message);
    expect(restDays(problems)[0]?.mend.zh).toContain('不因休息日自动顺延');
  });

  it('finds no error in any template that the program ships', async () => {
    for (const plugin of listPlugins()) {
      for (const { year } of listTemplates({ context: pinnedTo(plugin.id) }).items) {
        const { problems } = await problemsOf(plugin.id, year);
        const errors = problems.filter(({ severity }) => severity === 'error');
        expect(errors.map(({ path }) => `${plugin.id} ${path}`)).toEqual([]);
      }
    }
  });

  it('finds no error after rolling any of them forward to this year', async () => {
    for (const plugin of listPlugins()) {
      for (const { year } of plugin.editions) {
        const { counts, draft } = await problemsOf(plugin.id, year, 2026);
        expect([plugin.id, counts.error, draft.year]).toEqual([plugin.id, 0, 2026]);
      }
    }
  });
});

describe('every part of every template', () => {
  it('is what its contract says, and nothing of it is lost on the way through a draft', async () => {
    for (const plugin of listPlugins()) {
      for (const { year, load } of plugin.editions) {
        const { campaign } = await load();
        const context = pinnedTo(plugin.id);
        const input = { from: 'template' as const, plugin: plugin.id, year };
        const draft = await openDraft({ context, input });
        for (const { kind, key, body } of draft.parts) {
          expect([kind, key, readPartBody(kind, body)]).toEqual([
            kind,
            key,
            expect.objectContaining({ success: true, output: body }),
          ]);
        }
        const parts = await listParts(context.db, draft.id);
        expect(await hashCampaign(toCampaign(parts))).toBe(await hashCampaign(campaign));
      }
    }
  });
});

describe('提交核稿', () => {
  const submit = async (
    context: TenantContext,
    input: Parameters<typeof submitDraft>[0]['input'],
  ) => {
    try {
      return await submitDraft({ context, input });
    } catch (error) {
      if (error instanceof ProblemError) return error;
      throw error;
    }
  };

  it('asks for the warnings to be acknowledged one by one, and remembers it', async () => {
    const { context, draft, problems } = await problemsOf('weihai', 2019);
    const warnings = problems.filter(({ severity }) => severity === 'warning');
    const silent = await submit(context, { id: draft.id });
    expect(silent).toMatchObject({ code: 'campaigns.warnings_open', status: 409 });
    expect((silent as ProblemError).details.extras).toEqual({ problems: warnings });
    const unsaid = await submit(context, {
      id: draft.id,
      acknowledged: false,
      codes: ['dates.rest-day'],
    });
    expect(unsaid).toMatchObject({ code: 'campaigns.warnings_open' });
    const codes = warnings.map(({ code }) => code);
    const done = await submit(context, { id: draft.id, acknowledged: true, codes });
    expect(done).toMatchObject({ state: 'signing', version: 2 });
  });
});
