import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { ReplyDetail, ReplyList } from '#schema/contracts/request-replies.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import {
  addressedQuery,
  addresseesQuery,
  repliesOfUnitQuery,
  repliesQuery,
} from './replies.repository.ts';
import {
  actOnReply,
  deskOf,
  expectOk,
  fileFree,
  issuedRequest,
  openDraft,
  ownReply,
  read,
  saveAnswers,
  showOf,
} from './requests.fixtures.ts';
import {
  actsQuery,
  asksOfReplyQuery,
  asksQuery,
  requestPageQuery,
  requestsOfYearQuery,
} from './requests.repository.ts';

let world: TestApp;
let clerk: TestClient;
let drafter: TestClient;
let requestId: string;
let reply: ReplyDetail;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  clerk = await world.as('clerk');
  drafter = await world.as('drafter');
  requestId = await issuedRequest(await deskOf(world), requestContent({ stampedScan: true }));
  reply = await ownReply(clerk, requestId);
});
afterAll(() => world.close());

async function planOf(query: { getSQL(): SQL }): Promise<string> {
  const { db } = world.site.database;
  const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  return plan.map(({ detail }) => detail).join('; ');
}

describe('every list', () => {
  it('is read through an index, never by a scan or a sort of the whole', async () => {
    const { db } = world.site.database;
    const after = [110, 'org_x', 5] as const;
    const page = { after, limit: 21 };
    const queries = {
      sender: requestPageQuery(db, { issuerId: '' }, { limit: 21 }),
      senderNext: requestPageQuery(db, { issuerId: '' }, { after: [5, 'x'], limit: 21 }),
      senderState: requestPageQuery(db, { issuerId: '', state: 'issued' }, { limit: 21 }),
      year: requestsOfYearQuery(db, 2026),
      acts: actsQuery(db, requestId),
      asks: asksQuery(db, requestId),
      asksOfReply: asksOfReplyQuery(db, reply.id),
      addressees: addresseesQuery(db, requestId),
      addressed: addressedQuery(db, ['a', 'b']),
      replies: repliesQuery(db, { requestId }),
      repliesNext: repliesQuery(db, { requestId, occurrence: 'once' }, page),
      overdue: repliesQuery(db, { requestId, overdueAt: 5 }, page),
      ofUnit: repliesQuery(db, { requestId, organizationId: reply.organizationId }),
      mine: repliesOfUnitQuery(db, reply.organizationId),
    };
    for (const [name, query] of Object.entries(queries)) {
      const plan = await planOf(query);
      expect({ name, plan, whole: /SCAN|TEMP B-TREE/.test(plan) }).toMatchObject({ whole: false });
      expect(plan).toMatch(/^SEARCH request\w* USING (COVERING )?INDEX/);
    }
  });
});

describe('another tenant', () => {
  it('has none of it', async () => {
    const elsewhere = await world.as('drafter', hostOf('xi'));
    for (const path of [`/${requestId}`, `/${requestId}/replies`, `/replies/${reply.id}`]) {
      expect((await elsewhere(`/api/requests${path}`)).status).toBe(404);
    }
    const list = await read<ReplyList & { items: unknown[] }>(elsewhere, '');
    expect(list.items).toEqual([]);
  });
});

describe('what was filed', () => {
  it('carries the stamped scan of the unit, and no other file', async () => {
    const body =
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
    const upload = async (client: TestClient) => {
      const headers = { 'content-length': String(body.length) };
      const answer = await client('/api/evidence?name=a.pdf', { method: 'POST', body, headers });
      return answer.json<{ id: string }>().id;
    };
    const foreign = await upload(await world.as('other-clerk'));
    const text = '已完成';
    const stolen = await saveAnswers(clerk, reply.id, { text, 'stamped-scan': [foreign] });
    expect([stolen.status, stolen.json().code]).toEqual([404, 'evidence.not_found']);
    const own = await upload(clerk);
    await expectOk(saveAnswers(clerk, reply.id, { text, 'stamped-scan': [own] }));
    const receipt = await expectOk<{ files: { name: string }[] }>(
      actOnReply(clerk, reply.id, '/file'),
    );
    expect(receipt.files.map(({ name }) => name)).toEqual(['a.pdf']);
    expect((await drafter(`/api/evidence/${own}/content`)).status).toBe(200);
    const other = await world.as('other-clerk');
    expect((await other(`/api/evidence/${own}/content`)).status).toBe(404);
  });

  it('is kept as it was, whatever is filed after a return', async () => {
    const id = await issuedRequest(await deskOf(world));
    const replyId = await fileFree(clerk, id);
    const points = [{ path: 'text', label: '办理情况', reason: '请补充' }];
    await expectOk(actOnReply(drafter, replyId, '/return', { points }));
    await expectOk(saveAnswers(clerk, replyId, { text: '第二次报送' }));
    await expectOk(actOnReply(clerk, replyId, '/file'));
    const { db, writer, clock } = world.site.database;
    const rows = await db.all<{ revision: number; answers: string }>(
      sql`select revision, answers from request_reply_revisions where reply_id = ${replyId} order by revision`,
    );
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(rows[0]?.answers).toContain('已完成自查');
    const deletions = [sql`delete from request_reply_revisions`, sql`delete from request_acts`];
    for (const deletion of deletions) {
      const outcome = await writer.commit({
        steps: [{ statement: toStatement(deletion) }],
        audit: {
          action: 'request.save',
          actor: testActor,
          subjectKind: 'request',
          subjectId: id,
          at: clock.now(),
          facts: {},
        },
      });
      expect(outcome.status).toBe('refused');
    }
  });

  it('is on the audit trail, act by act, by post and with its reason', async () => {
    const { db } = world.site.database;
    const rows = await db.all<{ action: string }>(
      sql`select action from audit_entries where subject_id in (${requestId}, ${reply.id}) order by seq`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'request.open',
      'approval.open',
      'approval.approve',
      'approval.approve',
      'request.issue',
      'request.save-reply',
      'request.file-reply',
    ]);
  });
});

describe('a draft', () => {
  it('is seen by its own office only, and opened once under one key', async () => {
    const { id } = await openDraft(drafter);
    expect((await showOf(drafter, id)).addressees).toEqual([]);
    const received = await clerk(`/api/requests/${id}/received/${reply.organizationId}`);
    expect(received.status).toBe(404);
    const headers = { 'idempotency-key': 'open-it-once' };
    const json = { content: { title: '重复提交' } };
    const first = await drafter('/api/requests', { json, headers });
    const again = await drafter('/api/requests', { json, headers });
    expect([first.status, again.text]).toEqual([201, first.text]);
  });
});
