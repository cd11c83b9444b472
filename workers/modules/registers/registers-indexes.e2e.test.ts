import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import type { EntryList } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { dropJsonFieldIndex } from '#workers/platform/database/json-field.ts';
import { entryPageQuery } from './entry-lists.repository.ts';
import type { EntryFilter } from './entry-lists.repository.ts';
import {
  alignListedIndexes,
  listedField,
  listedIndexName,
  readListedIndexes,
} from './listed-fields.repository.ts';
import { listedFieldsOf } from './registers.domain.ts';
import type { RegisterDefinition } from './registers.domain.ts';
import {
  act,
  claim,
  publishRegisters,
  recordProblem,
  registersCampaign,
} from './registers.fixtures.ts';
import { versionsStoodOnQuery } from './registers.repository.ts';
import { indexListedFields } from './usecases/index-listed-fields.ts';
import { definitionsIn } from './usecases/load-definition.ts';

let world: TestApp;
let definitions: RegisterDefinition[];
let clerk: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  definitions = [];
  const own = await publishRegisters(world.site);
  const { db } = world.site.database;
  definitions.push(...definitionsIn(await loadVersion(db, own.hash)));
  for (const plugin of plugins) {
    for (const { load } of plugin.editions) {
      const { hash } = await publishRegisters(world.site, (await load()).campaign);
      definitions.push(...definitionsIn(await loadVersion(db, hash)));
    }
  }
  clerk = await world.as('clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

const today = '2026-07-01';
const path = 'supervision' as const;
const everything = { everything: true as const };

/** Every list a screen can ask for, of readers with and without a range. */
function listsOf({ register, form }: RegisterDefinition, listed: readonly string[]): EntryFilter[] {
  const reach = { organizationId: hospital, relation: path, path: `${hospital}/` };
  const ranges = [
    everything,
    { everything: false as const, reaches: [reach] },
    { everything: false as const, reaches: [{ ...reach, relation: null, path: null }] },
    { everything: false as const, reaches: [reach, { ...reach, organizationId: 'org_b' }] },
  ];
  const state = register.workflow?.start ?? '';
  const narrowed: Partial<EntryFilter>[] = [
    {},
    { state },
    { organizationId: hospital },
    { state, organizationId: hospital },
    { overdueOn: today },
    { overdueOn: today, organizationId: hospital, state },
    { open: true },
    { number: 3 },
    { awaiting: 'unit' },
    { awaiting: 'office', state, organizationId: hospital, overdueOn: today },
    { row: 'row-1', state },
    ...listed.flatMap((field): Partial<EntryFilter>[] => {
      const kind = form.fields.find(({ key }) => key === field)?.kind;
      const answer = { field, value: kind === 'date' ? today : 'other' };
      return [
        { answer },
        { answer, state, open: true, organizationId: hospital },
        { answer, overdueOn: today },
        ...[true, false].flatMap((isDescending): Partial<EntryFilter>[] => [
          { sort: { field, isDescending } },
          { sort: { field, isDescending }, state, organizationId: hospital, answer },
          { sort: { field, isDescending }, overdueOn: today, open: true },
        ]),
      ];
    }),
  ];
  return ranges.flatMap((range) =>
    narrowed.map((each) => ({ register: register.key, range, embargo: range.everything, ...each })),
  );
}

function keyFor(filter: EntryFilter): readonly (string | number)[] {
  if (filter.number !== undefined) return [3];
  if (filter.sort !== undefined) return ['2026-06-30', 110, 3];
  if (filter.awaiting !== undefined) return [110, 3];
  if (filter.overdueOn !== undefined) return ['2026-06-30', 3];
  if (filter.answer === undefined && filter.organizationId !== undefined) return [3];
  return [110, 3];
}

async function planOf(filter: EntryFilter, after?: readonly (string | number)[]) {
  const { db } = world.site.database;
  const query = entryPageQuery(db, filter, { after, limit: 21 });
  const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  return plan.map(({ detail }) => detail).join('; ');
}

describe('the lists of every register that ships', () => {
  it('are read through an index, page after page, never by a scan or a sort of the whole', async () => {
    const keys = new Set(definitions.map(({ register }) => register.key));
    expect(keys.size).toBeGreaterThan(6);
    const latest = new Map(definitions.map((each) => [each.register.key, each]));
    let listedFields = 0;
    for (const definition of latest.values()) {
      const listed = listedFieldsOf(definition);
      listedFields += listed.length;
      for (const filter of listsOf(definition, listed)) {
        for (const after of [undefined, keyFor(filter)]) {
          const steps = await planOf(filter, after);
          const isSearched = steps.startsWith('SEARCH register_entries USING INDEX');
          const isWhole = /SCAN|TEMP B-TREE/.test(steps);
          expect({ filter, steps, isSearched, isWhole }).toMatchObject({
            isSearched: true,
            isWhole: false,
          });
        }
      }
    }
    expect(listedFields).toBeGreaterThan(4);
  }, 60_000);

  it('ask which versions their entries stand on by a seek for each', async () => {
    const { db } = world.site.database;
    const query = versionsStoodOnQuery('problems');
    const plan = await db.all<{ detail: string }>(sql`explain query plan ${query}`);
    const steps = plan.map(({ detail }) => detail).filter((each) => each.includes('entries'));
    expect(steps).toEqual([
      expect.stringMatching(/ix_register_entries_version \(register_key=\?\)$/),
      expect.stringMatching(/ix_register_entries_version \(register_key=\? AND version_hash>\?\)$/),
    ]);
  });

  it('take the index of their own field where they are filtered or sorted by it', async () => {
    const name = await listedIndexName({ register: 'problems', field: 'deadline' });
    const base: EntryFilter = { register: 'problems', range: everything, embargo: true };
    const sort = { field: 'deadline', isDescending: true };
    expect(await planOf({ ...base, sort })).toBe(
      `SEARCH register_entries USING INDEX ${name} (register_key=?)`,
    );
    const answer = { field: 'deadline', value: today };
    expect(await planOf({ ...base, answer })).toContain(
      `USING INDEX ${name} (register_key=? AND <expr>=?`,
    );
  });
});

describe('a list by a field of the register', () => {
  const listOf = async (query: string) =>
    (await clerk(`/api/registers/problems/entries?${query}`)).json<EntryList>();

  it('is sorted both ways, page by page, what has no answer first or last', async () => {
    for (const deadline of ['2026-09-30', '2026-08-10', '2026-08-10']) {
      const { id } = await recordProblem(clerk, hospital);
      const answers = { ...claim.answers, deadline };
      expect((await act(clerk, `${id}/steps`, { ...claim, answers })).status).toBe(200);
    }
    const bare = await recordProblem(clerk, hospital);
    const numbersBy = async (direction: string) => {
      const numbers: number[] = [];
      let cursor = '';
      do {
        const query = `sort=deadline&limit=1${direction}${cursor && `&cursor=${cursor}`}`;
        const page = await listOf(query);
        numbers.push(...page.rows.map(({ number }) => number));
        cursor = page.next ?? '';
      } while (cursor !== '');
      return numbers;
    };
    const up = await numbersBy('');
    expect(up).toEqual([4, 2, 3, 1]);
    expect(await numbersBy('&descending=true')).toEqual([1, 3, 2, 4]);
    expect(bare.id).toBeTruthy();
    const due = await listOf('field=deadline&value=2026-08-10&sort=deadline');
    expect([due.total, due.rows.map(({ number }) => number)]).toEqual([2, [2, 3]]);
  });

  it('finds one by its number', async () => {
    const { rows, total } = await listOf('number=3');
    expect([total, rows[0]?.number]).toEqual([1, 3]);
    expect((await listOf('number=99')).total).toBe(0);
  });

  it('goes on only with a cursor of its own', async () => {
    const { next } = await listOf('limit=1');
    const other = await clerk(`/api/registers/problems/entries?sort=deadline&cursor=${next}`);
    expect([other.status, other.json<{ code: string }>().code]).toEqual([
      400,
      'platform.invalid_cursor',
    ]);
  });

  it('is refused for a field that is masked, not listed, or no key at all', async () => {
    for (const field of ['who', 'what', 'no-such-field']) {
      const answer = await clerk(`/api/registers/problems/entries?sort=${field}`);
      expect(answer.json()).toMatchObject({ code: 'registers.not_listed' });
    }
    const hostile = [`kind"' or 1=1 --`, `kind') union select readfile('/etc/passwd')`, 'Kind', ''];
    for (const key of hostile) {
      const query = new URLSearchParams({ sort: key });
      const answer = await clerk(`/api/registers/problems/entries?${query.toString()}`);
      expect(answer.status).toBe(422);
      expect(() => listedField(key)).toThrow(/not a key/);
      const lists = [{ register: 'problems', fields: [key] }];
      await expect(alignListedIndexes([], lists)).rejects.toThrow(/not a key/);
    }
    const owner = [{ register: `problems' or '1`, fields: ['kind'] }];
    await expect(alignListedIndexes([], owner)).rejects.toThrow(/owner/);
  });
});

describe('the indexes of listed fields', () => {
  const namesOf = () => readListedIndexes(world.site.database.db);

  it('are made at publication, for what may be listed and for nothing masked', async () => {
    const names = await namesOf();
    const nameOf = (field: string) => listedIndexName({ register: 'problems', field });
    expect(names).toContain(await nameOf('kind'));
    expect(names).toContain(await nameOf('deadline'));
    expect(names).not.toContain(await nameOf('who'));
  });

  it('are made anew from the definitions when they are missing, and are no work when they are not', async () => {
    const { database } = world.site;
    const before = await namesOf();
    const name = await listedIndexName({ register: 'problems', field: 'kind' });
    await database.send([{ sql: dropJsonFieldIndex(name).sql }]);
    await database.send([
      { sql: 'create index ix_listed_0_old on register_entries (register_key, state)' },
    ]);
    expect(await indexListedFields(database)).toEqual({ made: 1, dropped: 1 });
    expect(await namesOf()).toEqual(before);
    expect(await indexListedFields(database)).toEqual({ made: 0, dropped: 0 });
  });

  it('go when a later version lists the field no more', async () => {
    const campaign = registersCampaign({ title: '2027年工作方案' });
    const registers = campaign.registers.map((each) =>
      each.key === 'problems' ? { ...each, listed: ['kind'] } : each,
    );
    await publishRegisters(world.site, { ...campaign, year: 2027, registers });
    const names = await namesOf();
    const nameOf = (field: string) => listedIndexName({ register: 'problems', field });
    expect(names).toContain(await nameOf('kind'));
    expect(names).not.toContain(await nameOf('deadline'));
    const answer = await clerk('/api/registers/problems/entries?sort=deadline');
    expect(answer.json()).toMatchObject({ code: 'registers.not_listed' });
  });
});
