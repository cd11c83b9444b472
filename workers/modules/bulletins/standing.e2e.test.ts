import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedBulletins } from '#schema/contracts/bulletins.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import {
  act,
  actNow,
  codeOf,
  deskOf,
  expectOk,
  goodIssue,
  openBulletin,
  paragraph,
  sentBulletin,
  show,
  signedBulletin,
  submit,
  writeText,
} from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';

let world: TestApp;
let desk: Desk;
let clerk: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

async function tryPast(statement: SQL, subjectId: string): Promise<string> {
  const { writer, clock } = world.site.database;
  const outcome = await writer.commit({
    steps: [{ statement: toStatement(statement) }],
    audit: {
      action: 'bulletin.save',
      actor: testActor,
      subjectKind: 'bulletin',
      subjectId,
      at: clock.now(),
      facts: {},
    },
  });
  return outcome.status;
}

describe('a signed text', () => {
  const ways = [
    {
      name: 'a part changed',
      of: (id: string) => sql`update bulletin_parts set body = '{}'
      where bulletin_id = ${id}`,
    },
    {
      name: 'a part deleted',
      of: (id: string) => sql`delete from bulletin_parts
      where bulletin_id = ${id}`,
    },
    {
      name: 'a part added',
      of: (id: string) => sql`insert into bulletin_parts
      values (${id}, 'p99', 99, '{}', 1, 1, '')`,
    },
    {
      name: 'another head',
      of: (id: string) => sql`update bulletins set head = '{}'
      where id = ${id}`,
    },
  ];

  it.each(ways)('stands past the program too: $name', async ({ of }) => {
    const id = await signedBulletin(desk);
    const before = await show(desk.drafter, id);
    expect(await tryPast(of(id), id)).toBe('refused');
    const after = await show(desk.drafter, id);
    expect([after.head, after.parts]).toEqual([before.head, before.parts]);
  });

  it('is free again once it is taken back, and wants every signature anew', async () => {
    const id = await signedBulletin(desk);
    await expectOk(actNow(desk.drafter, id, 'approval/withdraw'));
    const early = await actNow(desk.drafter, id, 'issue', goodIssue());
    expect(codeOf(early)).toEqual([409, 'bulletins.not_signed']);
    await writeText(desk.drafter, id, '补充一段。');
    await expectOk(submit(desk.drafter, id));
    const { approval } = await show(desk.drafter, id);
    expect(approval?.steps.filter(({ actorPost }) => actorPost).map(({ key }) => key)).toEqual([
      'draft',
    ]);
  });
});

describe('the same request twice', () => {
  it('is one act, answered as the first time', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    const { summary, checks } = await show(desk.drafter, id);
    const headers = { 'if-match': `"${summary.version}"`, 'idempotency-key': `submit-${id}` };
    const json = { textVersion: checks.textVersion };
    const send = () => desk.drafter(`/api/bulletins/${id}/submit`, { json, headers });
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json()).toEqual(first.json());
    expect((await show(desk.drafter, id)).summary.version).toBe(summary.version + 1);
  });

  it('adds one part', async () => {
    const { id } = await openBulletin(desk.drafter);
    const before = (await show(desk.drafter, id)).parts.length;
    const headers = { 'idempotency-key': `part-${id}` };
    const json = { body: paragraph('新的一段。') };
    const send = () => desk.drafter(`/api/bulletins/${id}/parts`, { json, headers });
    const [first, second] = [await send(), await send()];
    expect(second.json()).toEqual(first.json());
    expect((await show(desk.drafter, id)).parts).toHaveLength(before + 1);
  });
});

describe('the audit trail of a paper', () => {
  it('says what was done by whom, and never a name out of the text', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '向赵一鸣院长学习。');
    const confirmation = { kind: 'person', excerpt: '赵一鸣院长', reason: '省级表彰' };
    await expectOk(actNow(desk.drafter, id, 'confirmations', confirmation));
    await expectOk(submit(desk.drafter, id));
    const rows = await world.site.database.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, id));
    expect(rows.map(({ action }) => action)).toEqual([
      'bulletin.open',
      'bulletin.save',
      'bulletin.confirm-name',
      'approval.open',
    ]);
    expect(JSON.stringify(rows)).not.toContain('赵一鸣');
    expect(JSON.stringify(rows)).toContain('省级表彰');
  });
});

describe('the issued scan', () => {
  it('is read by the units the paper went to, and by no others', async () => {
    const id = await signedBulletin(desk);
    const evidenceId = await uploadScan(desk.drafter, id);
    await expectOk(actNow(desk.drafter, id, 'issue', goodIssue({ evidenceId })));
    const read = async (client: TestClient) =>
      (await client(`/api/evidence/${evidenceId}/content`)).status;
    expect(await read(clerk)).toBe(404);
    await expectOk(actNow(desk.drafter, id, 'send', { units: [hospital] }));
    expect(await read(clerk)).toBe(200);
    expect(await read(await world.as('other-clerk'))).toBe(404);
  });

  it('is one’s own to register', async () => {
    const id = await signedBulletin(desk);
    const evidenceId = await uploadScan(desk.checker, id);
    const refused = await actNow(desk.drafter, id, 'issue', goodIssue({ evidenceId }));
    expect(codeOf(refused)).toEqual([404, 'evidence.not_found']);
    expect((await show(desk.drafter, id)).summary.state).toBe('signed');
  });
});

describe('分发', () => {
  it('is not seen by a unit before it', async () => {
    const id = await signedBulletin(desk);
    await expectOk(actNow(desk.drafter, id, 'issue', goodIssue()));
    const received = await expectOk<ReceivedBulletins>(clerk('/api/bulletins/received'));
    expect(received.items.map((item) => item.id)).not.toContain(id);
    const early = await clerk(`/api/bulletins/${id}/sign-for`, {
      json: { organizationId: hospital },
    });
    expect(codeOf(early)).toEqual([404, 'bulletins.not_found']);
  });

  it('chooses somebody: no kind and no unit is nobody', async () => {
    const id = await signedBulletin(desk);
    await expectOk(actNow(desk.drafter, id, 'issue', goodIssue()));
    const nobody = await actNow(desk.drafter, id, 'send', {});
    expect(codeOf(nobody)).toEqual([409, 'bulletins.no_recipient']);
    expect((await show(desk.drafter, id)).summary.state).toBe('registered');
  });

  it('shows the units in official order, each with its own receipt', async () => {
    const id = await sentBulletin(desk);
    const { receipts } = await show(desk.drafter, id);
    expect(receipts.map(({ organizationName }) => organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
      '东区第二医院',
    ]);
    expect(receipts.every(({ signedForAt }) => signedForAt === undefined)).toBe(true);
    const stale = await act(desk.drafter, `${id}/send`, 1, { kinds: ['hospital'] });
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
  });
});
