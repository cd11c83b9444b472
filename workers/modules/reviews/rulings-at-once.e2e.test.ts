import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { differ, openDoubleWorld, rulingBy } from './double-review.fixtures.ts';
import type { DoubleWorld } from './double-review.fixtures.ts';
import { accept, decide, returning, showCase, toDecided } from './reviews.fixtures.ts';
import { registerRuling, withdrawRegisteredRuling } from './usecases/register-ruling.ts';

let opened: DoubleWorld | undefined;
let { first, second, third, id } = {} as DoubleWorld;

const openDifference = async () => {
  await opened?.world.close();
  opened = await openDoubleWorld({ third: true });
  ({ first, second, third, id } = opened);
  await differ(opened);
};
const register = async (client: TestClient, view: 'pass' | 'mend') => {
  const json = await rulingBy(client, { view });
  const { status } = await client(`/api/reviews/${id}/ruling`, { json });
  expect(status).toBe(201);
};
const siteOf = () => {
  if (opened === undefined) throw new Error('no world is open');
  return opened.world.site;
};
/** Somebody whose change is committed just after `between` has happened. */
async function overtaken(name: CastName, between: () => Promise<unknown>): Promise<TenantContext> {
  const context = await createTestContext(siteOf(), name);
  const commit: TenantContext['writer']['commit'] = async (change) => {
    await between();
    return context.writer.commit(change);
  };
  return { ...context, writer: { ...context.writer, commit } };
}
const acceptWithReason = { ...accept, comment: '1人为实习人员，数字无误。' };
const stale = { code: 'platform.stale_version' };
const stateOf = async () => (await showCase(first, id)).submission.summary.state;
const doubleOf = async () => (await showCase(first, id)).double;

describe('a ruling and a decision at once', () => {
  beforeEach(openDifference);
  afterAll(() => opened?.world.close());

  it('are not both: who saw a difference does not decide over what was ruled since', async () => {
    const { version } = await showCase(third, id);
    await register(second, 'pass');
    const late = await decide(third, id, accept, { version });
    expect([late.status, late.json().code]).toEqual([412, 'platform.stale_version']);
    expect(late.json()).toMatchObject({ currentVersion: version + 1 });
    expect(toDecided(await decide(third, id, accept)).state).toBe('accepted');
  });

  it('are not both: what was decided meanwhile is not ruled on', async () => {
    const input = { id, ...(await rulingBy(second)), view: 'mend' as const };
    const context = await overtaken('checker', async () =>
      toDecided(await decide(third, id, acceptWithReason)),
    );
    await expect(registerRuling({ context, input })).rejects.toMatchObject(stale);
    expect(await stateOf()).toBe('accepted');
    expect(await doubleOf()).toMatchObject({ state: 'disagreed' });
  });

  it('leave no decision under a ruling that was withdrawn meanwhile', async () => {
    await register(second, 'mend');
    const { version } = await showCase(first, id);
    expect((await second(`/api/reviews/${id}/ruling/withdraw`, { json: {} })).status).toBe(200);
    const late = await decide(first, id, returning('summary'), { version });
    expect([late.status, late.json().code]).toEqual([412, 'platform.stale_version']);
    expect(await stateOf()).toBe('filed');
  });

  it('leave no ruling withdrawn that was carried out meanwhile', async () => {
    await register(second, 'mend');
    const context = await overtaken('checker', async () =>
      toDecided(await decide(first, id, returning('summary'))),
    );
    await expect(withdrawRegisteredRuling({ context, input: { id } })).rejects.toMatchObject(stale);
    expect(await stateOf()).toBe('returned');
    expect(await doubleOf()).toMatchObject({ state: 'ruled' });
  });
});
