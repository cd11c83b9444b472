import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DraftChanges } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  draftAt,
  expectOk,
  importInto,
  officeOf,
  openDraftAs,
  putPart,
} from './campaigns.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

describe('修订说明 of a draft', () => {
  it('says before publication what the amendment changes, and nothing while nothing is changed', async () => {
    const office = await officeOf(world);
    const { campaignId } = await importInto(world.site);
    const draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
    const read = () => expectOk<DraftChanges>(office.checker(draftAt(draft.id, '/changes')));
    expect((await read()).items).toEqual([]);
    const due = { kind: 'on', on: '2026-11-16', wording: '2026年11月16日前' };
    await putPart(office.drafter, draft.id, ['task', 'self-check-report'], { changes: { due } });
    const { items } = await read();
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ zh }) => zh).join()).toContain('11月16日');
  });
});
