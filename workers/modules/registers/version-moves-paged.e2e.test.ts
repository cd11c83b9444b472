import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MovePlan, MoveStep } from '#schema/contracts/version-moves.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { publishRegisters, recordProblem } from './registers.fixtures.ts';
import { lookUpEntry, storeEntries } from './stored-entries.fixtures.ts';
import { entryMover } from './usecases/move-entries.ts';
import { amendedRegisters } from './version-moves.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
let second: Awaited<ReturnType<typeof publishRegisters>>;
const base = '/api/registers/version-moves';
const many = 1_205;

const pageAfter = async (after?: string) => {
  const cursor = after === undefined ? '' : `&after=${after}&target=${second.hash}`;
  const answer = await drafter(`${base}/plan?campaign=${second.campaignId}&key=problems${cursor}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<MovePlan>();
};

async function readPages(): Promise<MovePlan[]> {
  const pages = [await pageAfter()];
  for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next) {
    pages.push(await pageAfter(next));
  }
  return pages;
}

const groupIn = ({ groups }: MovePlan, fate: string) => groups.find((each) => each.fate === fate);
const unitsIn = (page: MovePlan) => groupIn(page, 'clean')?.units.map(({ id }) => id);

beforeAll(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
  const first = await publishRegisters(world.site);
  const hospital = world.site.units['hospital'] ?? '';
  const made = await recordProblem(await world.as('clerk'), hospital);
  const row = await lookUpEntry(world.site, made.id);
  if (row === undefined) throw new Error('nothing was recorded');
  // The last number stands under embargo, which the commission alone sees.
  const rows = Array.from({ length: many - 1 }, (_, index) => ({
    ...row,
    id: world.site.database.ids.next('ent'),
    organizationId: world.site.units[index % 2 === 0 ? 'second-hospital' : 'hospital'] ?? '',
    ...(index === many - 2
      ? { embargoed: true, organizationId: world.site.units['direct-hospital'] ?? '' }
      : {}),
  }));
  await storeEntries(world.site, rows);
  second = await publishRegisters(world.site, amendedRegisters(), first);
}, 120_000);
afterAll(() => world.close());

describe('the dry run of a long register', () => {
  it('goes a bounded page at a time through every entry once', async () => {
    const pages = await readPages();
    expect(pages.map(({ weighed }) => weighed)).toEqual([500, 500, 205]);
    const items = pages.flatMap(({ groups }) => groups.map((group) => group.items));
    expect(items.reduce((sum, each) => sum + each, 0)).toBe(many);
  });

  it('names the units of each page in official order, whichever pages they stand in', async () => {
    const [one, two] = await readPages();
    const expected = [world.site.units['hospital'], world.site.units['second-hospital']];
    expect(one && unitsIn(one)).toEqual(expect.arrayContaining(expected));
    expect(two && unitsIn(two)).toEqual(one && unitsIn(one));
  });

  it('counts what the reader may not see, and says neither of which unit nor which number', async () => {
    const context = await createTestContext(world.site, 'drafter');
    const own = world.site.units['second-hospital'] ?? '';
    const grants = context.actor.grants.map((grant) => ({ ...grant, organizationId: own }));
    const target = await loadVersion(context.db, second.hash);
    const { weighed } = await entryMover.weighPage(
      { ...context, actor: { ...context.actor, grants } },
      { campaignId: second.campaignId, key: 'problems', target },
      { after: '1000', limit: 500 },
    );
    const open = weighed.filter(({ isHidden }) => !isHidden);
    expect(new Set(open.map(({ organizationId }) => organizationId))).toEqual(new Set([own]));
    expect(open).toHaveLength(102);
    const hidden = weighed.filter(({ isHidden }) => isHidden);
    expect(hidden.every(({ sample }) => sample === undefined)).toBe(true);
    expect(hidden.map(({ verdict }) => verdict.why)).toContain('state-changed');
  });

  it('cannot be asked from a number of one’s choice, to tell one entry from its neighbours', async () => {
    const free = await pageAfter('1203');
    expect(free).toEqual(await pageAfter('1000'));
  });

  it('says what is left to be moved after a step of the move, and nothing twice', async () => {
    const json = {
      campaign: second.campaignId,
      key: 'problems',
      target: second.hash,
      groups: ['open-clean'],
      reason: '台账改版',
      asOf: world.clock.now(),
    };
    const moved = (await drafter(base, { json })).json<MoveStep>();
    expect(moved).toEqual({ moved: 100, kept: 0, changed: 0, next: '100' });
    const pages = await readPages();
    expect(pages.map(({ weighed }) => weighed)).toEqual([400, 500, 205]);
  });
});
