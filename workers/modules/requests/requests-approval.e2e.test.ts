import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field, form } from '#plugins/sdk/define.ts';
import { requestChain, requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { RequestBurden, RequestList } from '#schema/contracts/request-overview.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import {
  act,
  actNow,
  codeOf,
  deskOf,
  expectOk,
  issuedRequest,
  mineOf,
  openDraft,
  ownReply,
  read,
  showOf,
  signedRequest,
} from './requests.fixtures.ts';
import type { Desk } from './requests.fixtures.ts';
import { signRequest, submitRequest } from './usecases/approve-request.ts';
import { issueRequest } from './usecases/issue-request.ts';
import { openRequest } from './usecases/open-request.ts';
import { showRequest } from './usecases/show-request.ts';

let world: TestApp;
let desk: Desk;
let reviewer: TestClient;
let clerk: TestClient;
let bureau: string;

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

async function uploadScan(client: TestClient): Promise<string> {
  const headers = { 'content-length': String(new TextEncoder().encode(pdf).length) };
  const path = `/api/evidence?name=${encodeURIComponent('发文稿纸.pdf')}`;
  const answer = await client(path, { method: 'POST', body: pdf, headers });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<{ id: string }>().id;
}

const codeIn = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  reviewer = await world.as('reviewer');
  clerk = await world.as('clerk');
  bureau = world.site.units['bureau'] ?? '';
});
afterAll(() => world.close());

describe('the approval of a request', () => {
  it('takes nothing that is incomplete, and says what is missing where', async () => {
    const { id } = await openDraft(desk.drafter, { title: '只有标题' });
    const answer = await actNow(desk.drafter, id, '/submit');
    expect(codeOf(answer)).toEqual([422, 'requests.has_errors']);
    expect(answer.json().errors?.map(({ path }) => path)).toContain('/deadline');
  });

  it('is saved under the version that was seen; a text in approval stands', async () => {
    const { id } = await openDraft(desk.drafter);
    const content = requestContent({ title: '报送自查情况（修改）' });
    await expectOk(act(desk.drafter, `/${id}`, 1, { content }, 'PUT'));
    const stale = await act(desk.drafter, `/${id}`, 1, { content }, 'PUT');
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const locked = await actNow(desk.drafter, id, '', { content }, 'PUT');
    expect(codeOf(locked)).toEqual([409, 'requests.not_drafting']);
    await expectOk(actNow(desk.drafter, id, '/approval/withdraw'));
    await expectOk(actNow(desk.drafter, id, '', { content }, 'PUT'));
    expect((await showOf(desk.drafter, id)).approval?.state).toBe('withdrawn');
  });

  it('is not taken by who drafted, whatever other post this person holds', async () => {
    const personId = world.site.people['head'] ?? '';
    const grants = [
      { personId, role: 'commission-drafter' as const },
      { personId, role: 'commission-checker' as const },
    ];
    await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
    const context = await createTestContext(world.site, 'head');
    const { id } = await openRequest({ context, input: { content: requestContent() } });
    await submitRequest({ context, input: { id, seenVersion: 1 } });
    expect((await showRequest({ context, input: { id } })).may.sign).toBe(false);
    const input = { id, stepKey: 'check', seenVersion: 2 };
    expect(await codeIn(signRequest({ context, input }))).toBe('platform.own_work');
    const early = await actNow(desk.signer, id, '/approval/sign', { stepKey: 'sign' });
    expect(codeOf(early)).toEqual([409, 'approvals.not_current']);
    expect((await showOf(desk.checker, id)).may.sign).toBe(true);
  });

  it('is sent back with what has to be mended', async () => {
    const { id } = await openDraft(desk.drafter);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const comment = '请写明依据文号';
    await expectOk(actNow(desk.checker, id, '/approval/return', { stepKey: 'check', comment }));
    const { summary, approval } = await showOf(desk.drafter, id);
    expect([summary.state, approval?.steps[1]?.comment]).toEqual(['drafting', comment]);
    const late = await actNow(desk.checker, id, '/approval/sign', { stepKey: 'check' });
    expect(codeOf(late)).toEqual([409, 'approvals.not_open']);
  });

  it('takes a signature on paper with its scan, registered by who drafts', async () => {
    const { id } = await openDraft(desk.drafter);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const evidenceId = await uploadScan(desk.drafter);
    const paper = { signedOn: '2026-07-01', signerPost: '分管领导', evidenceId };
    for (const stepKey of ['check', 'sign']) {
      await expectOk(actNow(desk.drafter, id, '/approval/sign', { stepKey, paper }));
    }
    const { summary, approval } = await showOf(desk.drafter, id);
    expect([summary.state, approval?.steps[2]?.mode]).toEqual(['signed', 'paper']);
    expect((await desk.checker(`/api/evidence/${evidenceId}/content`)).status).toBe(200);
    expect((await clerk(`/api/evidence/${evidenceId}/content`)).status).toBe(404);
  });

  it('counts only for the text that was signed, and the text stands in the database', async () => {
    const id = await signedRequest(desk);
    const { writer, clock } = world.site.database;
    const change = (statement: ReturnType<typeof toStatement>) =>
      writer.commit({
        steps: [{ statement }],
        audit: {
          action: 'request.save',
          actor: testActor,
          subjectKind: 'request',
          subjectId: id,
          at: clock.now(),
          facts: {},
        },
      });
    const content = JSON.stringify(requestContent({ minutes: 1 }));
    const outcome = await change(
      toStatement(sql`update requests set content = ${content} where id = ${id}`),
    );
    expect(outcome.status).toBe('refused');
    await change(toStatement(sql`update requests set state = 'drafting' where id = ${id}`));
    await change(toStatement(sql`update requests set content = ${content} where id = ${id}`));
    await change(toStatement(sql`update requests set state = 'signed' where id = ${id}`));
    expect(codeOf(await actNow(desk.drafter, id, '/issue'))).toEqual([409, 'requests.not_signed']);
  });

  it('is not passed by before it goes out', async () => {
    const { id } = await openDraft(desk.drafter);
    expect(codeOf(await actNow(desk.drafter, id, '/issue'))).toEqual([409, 'requests.not_signed']);
  });
});

describe('the burden of a request', () => {
  const heavy = requestContent({ minutes: 600, repeats: { every: 'month', until: '2026-12-31' } });

  it('is shown by kind of unit with what this request adds', async () => {
    const { id } = await openDraft(desk.drafter, heavy);
    const burden = await read<RequestBurden>(desk.drafter, `/${id}/burden`);
    expect(burden).toMatchObject({ year: 2026, isOver: true, hasCountersignature: false });
    const tertiary = burden.rows.find(({ level }) => level === 'tertiary');
    expect(tertiary).toMatchObject({
      units: 1,
      added: { filings: 6, fields: 12, minutes: 3600 },
      isOver: true,
    });
    expect(tertiary?.words.zh).toContain('三级医院');
  });

  it('over the ceiling needs a second signature, which carries it', async () => {
    const { id } = await openDraft(desk.drafter, heavy);
    const known = { acknowledged: ['dates.rest-day'] };
    const refused = await actNow(desk.drafter, id, '/submit', known);
    expect(codeOf(refused)).toEqual([409, 'requests.over_ceiling']);
    const countersign = { key: 'counter', title: '会签（财务科）', role: 'countersigner' as const };
    const chain = [...requestChain.slice(0, 2), countersign, ...requestChain.slice(2)];
    await expectOk(actNow(desk.drafter, id, '', { content: { ...heavy, chain } }, 'PUT'));
    await expectOk(actNow(desk.drafter, id, '/submit', known));
    await expectOk(actNow(desk.checker, id, '/approval/sign', { stepKey: 'check' }));
    const same = await actNow(desk.checker, id, '/approval/sign', { stepKey: 'counter' });
    expect(codeOf(same)).toEqual([409, 'approvals.same_person']);
    const grants = [
      { personId: world.site.people['department'] ?? '', role: 'commission-checker' as const },
    ];
    await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
    const second = await world.as('department');
    await expectOk(actNow(second, id, '/approval/sign', { stepKey: 'counter' }));
    await expectOk(actNow(desk.signer, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(actNow(desk.drafter, id, '/issue'));
    expect(await mineOf(clerk, id)).toHaveLength(6);
    await expectOk(actNow(desk.drafter, id, '/cancel', { reason: '负担过重' }));
    const { id: light } = await openDraft(desk.drafter);
    const { rows } = await read<RequestBurden>(desk.drafter, `/${light}/burden`);
    expect(rows.map(({ isOver }) => isOver)).toEqual([false, false, false]);
  });

  it('stops the issue too when the ceiling came down after the signatures', async () => {
    const context = await createTestContext(world.site, 'drafter');
    const { tenant } = context;
    const narrow = {
      ...context,
      tenant: { ...tenant, parameters: { ...tenant.parameters, ceilingMinutes: 30 } },
    };
    const { id } = await openDraft(desk.drafter);
    const submitting = submitRequest({ context: narrow, input: { id, seenVersion: 1 } });
    expect(await codeIn(submitting)).toBe('requests.over_ceiling');
    const signed = await signedRequest(
      desk,
      requestContent({ to: { units: [{ organizationId: bureau, part: 'reply' }] } }),
    );
    const issuing = issueRequest({ context: narrow, input: { id: signed, seenVersion: 4 } });
    expect(await codeIn(issuing)).toBe('requests.over_ceiling');
  });

  it('says 已有 of a figure that another request of the year asks of the same units', async () => {
    const asked = form('drugs', {
      title: '用药情况',
      fields: [field.integer('checked', '点评处方数', { required: true })],
    });
    await issuedRequest(desk, requestContent({ title: '用药情况快报', form: asked }));
    const again = await openDraft(desk.drafter, requestContent({ form: asked }));
    const refused = await actNow(desk.drafter, again.id, '/submit');
    expect(codeOf(refused)).toEqual([409, 'requests.warnings_open']);
    expect(refused.text).toContain('“点评处方数”已有：用药情况快报');
  });
});

describe('a bureau', () => {
  it('asks units in its own range only, and signs on paper where it has one desk', async () => {
    const content = requestContent({ from: '医政科' });
    const { id } = await openDraft(reviewer, content, bureau);
    await expectOk(actNow(reviewer, id, '/submit'));
    const evidenceId = await uploadScan(reviewer);
    const paper = { signedOn: '2026-07-01', signerPost: '分管副局长', evidenceId };
    const online = await actNow(reviewer, id, '/approval/sign', { stepKey: 'check' });
    expect(codeOf(online)).toEqual([403, 'platform.own_work']);
    for (const stepKey of ['check', 'sign']) {
      await expectOk(actNow(reviewer, id, '/approval/sign', { stepKey, paper }));
    }
    await expectOk(actNow(reviewer, id, '/issue'));
    const { addressees, summary } = await showOf(reviewer, id);
    expect(addressees.map(({ organizationName }) => organizationName)).toEqual([
      '东区第一医院',
      '东区第二医院',
    ]);
    expect(summary.issuer?.organizationName).toBe('东区卫生健康局');
    expect((await ownReply(clerk, id)).office).toBe('东区卫生健康局医政科');
    const list = await read<RequestList>(reviewer, '');
    expect(list.items.map((row) => row.id)).toEqual([id]);
    const overseen = await read<RequestList>(desk.drafter, `?issuer=${bureau}`);
    expect(overseen.items.map((row) => row.id)).toEqual([id]);
    const foreign = await actNow(desk.drafter, id, '/close', { reason: '代为办结' });
    expect(codeOf(foreign)).toEqual([403, 'platform.forbidden']);
  });

  it('is refused a unit outside its range, and another issuer’s name', async () => {
    const direct = world.site.units['direct-hospital'] ?? '';
    const to = { units: [{ organizationId: direct, part: 'reply' as const }] };
    const { id } = await openDraft(reviewer, requestContent({ to }), bureau);
    const refused = await actNow(reviewer, id, '/submit');
    expect(refused.text).toContain('requests.out-of-range');
    const commission = await reviewer('/api/requests', { json: { content: requestContent() } });
    expect(commission.status).toBe(403);
    const secret = await desk.drafter(`/api/requests/${id}`);
    expect(secret.status).toBe(404);
    const theirs = await openDraft(desk.drafter);
    expect((await reviewer(`/api/requests/${theirs.id}`)).status).toBe(404);
  });
});
