import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { can } from '#schema/contracts/permission.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { grants } from '#schema/tables/identity.table.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { createTestSite, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts } from '#workers/modules/identity/index.ts';
import { TEST_NOW, createTestClock } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { insertGrants } from './grants.repository.ts';
import type { NewGrant } from './grants.repository.ts';
import { giveGrants } from './usecases/give-grants.ts';
import type { GrantDraft } from './usecases/give-grants.ts';
import { recusePerson } from './usecases/recuse-person.ts';
import { revokeGrant } from './usecases/revoke-grant.ts';

const administrators: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin'];

let site: TestSite;
const clock = createTestClock();
beforeAll(async () => {
  site = await createTestSite('dong', clock);
});
afterAll(() => site.close());
beforeEach(() => clock.set(TEST_NOW));

let serial = 0;
async function newPerson(): Promise<string> {
  serial += 1;
  const secret = { passwordHash: 'unused' };
  const accounts = [{ username: `person${serial}`, name: '岗位', secret }];
  const [made] = await createAccounts({
    context: site.database,
    input: { accounts, actor: testActor },
  });
  return made?.personId ?? '';
}
const give = (...list: GrantDraft[]) =>
  giveGrants({ context: site.database, input: { grants: list, actor: testActor } });
const revoke = (grantId = '') =>
  revokeGrant({ context: site.database, input: { grantId, reason: '调岗', actor: testActor } });
const unit = (key: string) => site.units[key] ?? '';

describe('the three administrators', () => {
  const pairs = administrators.flatMap((one) =>
    administrators.map((other) => [one, other] as const),
  );

  test.each(pairs)('%s and %s are not one person', async (one, other) => {
    const personId = await newPerson();
    await give({ personId, role: one });
    await expect(give({ personId, role: other })).rejects.toThrow('organizations.separated_roles');
  });

  test('are not made one person by one request for both, nor is half of it done', async () => {
    const personId = await newPerson();
    const both = administrators.slice(0, 2).map((role) => ({ personId, role }));
    await expect(give(...both)).rejects.toThrow('organizations.separated_roles');
    const held = await site.database.db.select().from(grants).where(eq(grants.personId, personId));
    expect(held).toEqual([]);
  });

  test('are kept apart by the database itself, whoever writes', async () => {
    const personId = await newPerson();
    await give({ personId, role: 'system-admin' });
    const grant: NewGrant = {
      id: site.database.ids.next('grt'),
      personId,
      role: 'audit-admin',
      relation: null,
      organizationId: null,
      tasks: null,
      sections: null,
      from: '2026-01-01',
      to: null,
    };
    const audit = {
      action: 'grant.give' as const,
      actor: testActor,
      subjectKind: 'grant',
      subjectId: grant.id,
      at: clock.now(),
      facts: {},
    };
    const outcome = await site.database.writer.commit({
      steps: insertGrants([grant], clock.now()),
      audit,
    });
    expect(outcome).toEqual({
      status: 'refused',
      reason: 'constraint',
      constraint: 'grants.person_id, grants.separation_class',
    });
  });

  test('may change post once the old one was taken back', async () => {
    const personId = await newPerson();
    const [first] = await give({ personId, role: 'system-admin' });
    await revoke(first);
    await expect(give({ personId, role: 'audit-admin' })).resolves.toHaveLength(1);
  });

  test('may hold a post that administers nothing beside their own', async () => {
    const personId = await newPerson();
    await give({ personId, role: 'audit-admin' });
    const clerk = { personId, role: 'hospital-clerk' as const, organizationId: unit('hospital') };
    await expect(give(clerk)).resolves.toHaveLength(1);
  });

  test('do not change the trail nor give themselves its reading', async () => {
    for (const name of ['system-admin', 'security-admin'] as const) {
      const { actor } = await createTestContext(site, name);
      expect(can(actor, 'audit.read', {})).toBe(false);
    }
    const { actor } = await createTestContext(site, 'audit-admin');
    expect(can(actor, 'audit.read', {})).toBe(true);
    expect(can(actor, 'identity.manage', {})).toBe(false);
  });
});

describe('a post', () => {
  const postsOf = async (day: string) => {
    clock.set(`${day}T12:00:00+08:00`);
    const { actor } = await createTestContext(site, 'head');
    return actor.grants.map(({ role }) => role);
  };
  const role = 'commission-checker' as const;

  test('from a later day is none before it, and one from its first minute in Shanghai', async () => {
    await give({ personId: site.people['head'] ?? '', role, from: '2026-09-01', to: '2026-09-30' });
    expect(await postsOf('2026-08-31')).not.toContain(role);
    clock.set('2026-09-01T00:00:00+08:00');
    expect(
      (await createTestContext(site, 'head')).actor.grants.map((grant) => grant.role),
    ).toContain(role);
    expect(await postsOf('2026-09-30')).toContain(role);
    expect(await postsOf('2026-10-01')).not.toContain(role);
  });

  test('carries its unit, its path, its tasks and sections to whoever decides', async () => {
    const personId = site.people['department'] ?? '';
    const limits = { tasks: ['training-report'], sections: ['finance'] };
    const place = { organizationId: unit('bureau'), relation: 'supervision' as const };
    const [id] = await give({ personId, role: 'bureau-reviewer', ...place, ...limits });
    const { actor } = await createTestContext(site, 'department');
    expect(actor.grants.find((grant) => grant.id === id)).toMatchObject({
      ...place,
      ...limits,
      path: `${unit('bureau')}/`,
    });
    await revoke(id);
  });

  test('in a relation where its unit has no place reaches that unit alone', async () => {
    const personId = site.people['department'] ?? '';
    const place = { organizationId: unit('second-hospital'), relation: 'territory' as const };
    const [id] = await give({ personId, role: 'bureau-reviewer', ...place });
    const { actor } = await createTestContext(site, 'department');
    expect(actor.grants.find((grant) => grant.id === id)?.path).toBeNull();
    expect(can(actor, 'submissions.read', { organizationId: unit('second-hospital') })).toBe(true);
    await revoke(id);
  });

  test('over a unit that is not there is given to nobody', async () => {
    const personId = await newPerson();
    const organizationId = 'org_00000000000000000000000000';
    const draft = { personId, role: 'hospital-clerk' as const, organizationId };
    await expect(give(draft)).rejects.toThrow('organizations.not_found');
    const held = await site.database.db.select().from(grants).where(eq(grants.personId, personId));
    expect(held).toEqual([]);
  });

  test.each([
    ['a hospital’s clerk of no hospital', { role: 'hospital-clerk' as const }],
    ['a signer of one hospital', { role: 'commission-signer' as const, at: 'hospital' }],
    [
      'a clerk of all under a bureau',
      { role: 'hospital-clerk' as const, at: 'bureau', relation: 'supervision' as const },
    ],
    ['an operator of the platform', { role: 'platform-operator' as const }],
    [
      'a reviewer under nothing',
      { role: 'bureau-reviewer' as const, relation: 'supervision' as const },
    ],
  ])('is no more than its role means: %s is refused', async (_what, { role, ...reach }) => {
    const { at, ...rest } = { at: undefined, ...reach };
    const organizationId = at === undefined ? {} : { organizationId: unit(at) };
    const draft = { personId: await newPerson(), role, ...rest, ...organizationId };
    await expect(give(draft)).rejects.toThrow('organizations.unlawful_grant');
  });

  test('that is given or taken stands in the audit, with who, what and why', async () => {
    const personId = await newPerson();
    const [id = ''] = await give({ personId, role: 'commission-signer' });
    await revoke(id);
    const entries = await site.database.db
      .select({ action: auditEntries.action, body: auditEntries.body })
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id))
      .orderBy(auditEntries.seq);
    expect(entries.map(({ action }) => action)).toEqual(['grant.give', 'grant.revoke']);
    expect(entries[0]?.body).toContain(personId);
    expect(entries[0]?.body).toContain('commission-signer');
    expect(entries[1]?.body).toContain('调岗');
  });

  test('cannot be taken twice, and one that never was cannot be taken', async () => {
    const [id] = await give({ personId: await newPerson(), role: 'commission-signer' });
    await revoke(id);
    await expect(revoke(id)).rejects.toThrow('organizations.grant_not_found');
    await expect(revoke('grt_none')).rejects.toThrow('organizations.grant_not_found');
  });

  test('of several that are given together all are given or none', async () => {
    const personId = await newPerson();
    const good = { personId, role: 'commission-signer' as const };
    const [taken] = await give({ personId, role: 'audit-admin' });
    await expect(give(good, { personId, role: 'system-admin' })).rejects.toThrow(
      'organizations.separated_roles',
    );
    const held = await site.database.db.select().from(grants).where(eq(grants.personId, personId));
    expect(held.map(({ id }) => id)).toEqual([taken]);
  });
});

describe('keeping away (回避)', () => {
  const hospital = () => ({
    organizationId: unit('hospital'),
    paths: { supervision: `${unit('bureau')}/${unit('hospital')}/` },
  });
  const recuse = (part: object) => {
    const input = {
      personId: site.people['reviewer'] ?? '',
      organizationId: unit('hospital'),
      reason: '亲属任职',
      actor: testActor,
      ...part,
    };
    return recusePerson({ context: site.database, input });
  };

  test('bars the judging of that unit while it lasts, not the reading of it', async () => {
    const before = await createTestContext(site, 'reviewer');
    expect(can(before.actor, 'submissions.review', hospital())).toBe(true);
    await recuse({ to: '2026-07-31' });
    const { actor } = await createTestContext(site, 'reviewer');
    expect(can(actor, 'submissions.review', hospital())).toBe(false);
    expect(can(actor, 'submissions.read', hospital())).toBe(true);
    const second = {
      organizationId: unit('second-hospital'),
      paths: { supervision: `${unit('bureau')}/x/` },
    };
    expect(can(actor, 'submissions.review', second)).toBe(true);
  });

  test('ends with its last day', async () => {
    clock.set('2026-07-31T23:59:00+08:00');
    expect(
      can((await createTestContext(site, 'reviewer')).actor, 'submissions.review', hospital()),
    ).toBe(false);
    clock.set('2026-08-01T00:00:00+08:00');
    expect(
      can((await createTestContext(site, 'reviewer')).actor, 'submissions.review', hospital()),
    ).toBe(true);
  });

  test('is nobody’s who is not there', async () => {
    await expect(recuse({ personId: 'per_none' })).rejects.toThrow('identity.unknown_person');
  });

  test('holds for everybody towards the own unit, told or not', async () => {
    const { actor } = await createTestContext(site, 'clerk');
    expect(actor.recusedFrom).toContain(unit('hospital'));
  });
});
