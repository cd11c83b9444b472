import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '#schema/contracts/campaigns.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { campaignDraftParts } from '#schema/tables/tenant/campaigns.table.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  importInto,
  officeOf,
  openDraftAs,
  partOf,
  putPart,
  signAll,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';
import { measureBurden } from './usecases/measure-burden.ts';
import { publishDraft } from './usecases/publish-draft.ts';
import { savePart } from './usecases/save-part.ts';
import { signDraft } from './usecases/sign-draft.ts';
import { submitDraft } from './usecases/submit-draft.ts';

let world: TestApp;
let office: Office;
let campaignId: string;
let minutes = 100;

const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  ({ campaignId } = await importInto(world.site));
});
afterAll(() => world.close());

/** An amendment that says something else each time. */
async function amendment(): Promise<Draft> {
  const draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
  minutes += 1;
  await putPart(office.drafter, draft.id, task, { changes: { minutes } });
  return draft;
}

async function grantTo(name: CastName, role: Role): Promise<void> {
  const grants = [{ personId: world.site.people[name] ?? '', role }];
  await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );
const readDraft = (id: string) => expectOk<Draft>(office.drafter(draftAt(id)));

describe('核稿、会签、签发', () => {
  it('is not taken by who wrote the text, whatever other post this person holds', async () => {
    await grantTo('head', 'commission-drafter');
    await grantTo('head', 'commission-checker');
    const context = await createTestContext(world.site, 'head');
    const draft = await amendment();
    const { body, version } = await partOf(office.drafter, draft.id, task);
    const [kind, key] = task;
    await savePart({ context, input: { id: draft.id, kind, key, version, body } });
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json: {} }));
    const input = { id: draft.id, stepKey: 'check' };
    expect(await codeOf(signDraft({ context, input }))).toBe('platform.own_work');
    expect((await readDraft(draft.id)).approval?.steps[1]?.state).toBe('current');
  });

  it('sends the draft back with what has to be mended, and begins anew', async () => {
    const draft = await amendment();
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json: {} }));
    const path = draftAt(draft.id, '/approval/return');
    const silent = await office.checker(path, { json: { stepKey: 'check', comment: ' ' } });
    expect([silent.status, silent.json().errors?.[0]?.path]).toEqual([422, '/comment']);
    const comment = '第二条时限与附件不一致';
    await expectOk(office.checker(path, { json: { stepKey: 'check', comment } }));
    const returned = await readDraft(draft.id);
    expect(returned).toMatchObject({ state: 'drafting', approval: { state: 'returned' } });
    expect(returned.approval?.steps[1]?.comment).toBe(comment);
    const late = await office.checker(path, { json: { stepKey: 'check', comment } });
    expect([late.status, late.json().code]).toEqual([409, 'approvals.not_open']);
    await signAll(office, draft.id);
    expect((await readDraft(draft.id)).state).toBe('signed');
  });

  it('gives a repeated signature its first answer', async () => {
    const draft = await amendment();
    await expectOk(office.drafter(draftAt(draft.id, '/submit'), { json: {} }));
    const request = { json: { stepKey: 'check' }, headers: { 'idempotency-key': 'check-it-once' } };
    const first = await office.checker(draftAt(draft.id, '/approval/sign'), request);
    const sign = { json: { stepKey: 'sign' }, headers: { 'idempotency-key': 'sign-it-once' } };
    const last = await office.signer(draftAt(draft.id, '/approval/sign'), sign);
    const again = await office.signer(draftAt(draft.id, '/approval/sign'), sign);
    expect([first.status, last.status, again.text]).toEqual([200, 200, last.text]);
  });

  it('counts only for the content that was signed', async () => {
    const draft = await amendment();
    await signAll(office, draft.id);
    await expectOk(office.drafter(draftAt(draft.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const { db, writer, clock } = world.site.database;
    const parts = await db
      .select()
      .from(campaignDraftParts)
      .where(eq(campaignDraftParts.draftId, draft.id));
    const part = parts.find(({ kind }) => kind === 'task');
    const body = { ...(part?.body as object), minutes: 9 };
    const tampering = build
      .update(campaignDraftParts)
      .set({ body })
      .where(eq(campaignDraftParts.key, part?.key ?? ''));
    await writer.commit({
      steps: [{ statement: toStatement(tampering) }],
      audit: {
        action: 'campaign.revise',
        actor: testActor,
        subjectKind: 'campaign-draft',
        subjectId: draft.id,
        at: clock.now(),
        facts: {},
      },
    });
    const answer = await office.drafter(draftAt(draft.id, '/publish'), { json: {} });
    expect([answer.status, answer.json().code]).toEqual([409, 'campaigns.not_approved']);
  });

  it('withdrawn, forgets signatures and registration', async () => {
    const draft = await amendment();
    await signAll(office, draft.id);
    await expectOk(office.drafter(draftAt(draft.id, '/issue'), { method: 'PUT', json: goodIssue }));
    await expectOk(office.drafter(draftAt(draft.id, '/approval/withdraw'), { json: {} }));
    const open = await readDraft(draft.id);
    expect(open).toMatchObject({ state: 'drafting', approval: { state: 'withdrawn' } });
    expect(open.issue).toBeUndefined();
    const again = await office.drafter(draftAt(draft.id, '/approval/withdraw'), { json: {} });
    expect(again.json().code).toBe('approvals.not_open');
  });
});

describe('a burden over the ceiling', () => {
  const narrow = (context: TenantContext): TenantContext => ({
    ...context,
    tenant: { ...context.tenant, parameters: { ...context.tenant.parameters, ceilingMinutes: 60 } },
  });

  it('is said in the estimate, and stops a chain without a countersignature', async () => {
    const draft = await amendment();
    const context = narrow(await createTestContext(world.site, 'drafter'));
    const burden = await measureBurden({ context, input: { id: draft.id } });
    expect(burden).toMatchObject({ isOver: true, hasCountersignature: false, ceilingMinutes: 60 });
    expect(burden.rows.filter(({ isOver }) => isOver).map(({ level }) => level)).toContain(
      'tertiary',
    );
    expect(await codeOf(submitDraft({ context, input: { id: draft.id } }))).toBe(
      'campaigns.over_ceiling',
    );
  });

  it('stops the publication too when the ceiling came down after the signatures', async () => {
    const draft = await amendment();
    await signAll(office, draft.id);
    await expectOk(office.drafter(draftAt(draft.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const context = narrow(await createTestContext(world.site, 'drafter'));
    const refused = await codeOf(publishDraft({ context, input: { id: draft.id } }));
    expect(refused).toBe('campaigns.over_ceiling');
  });

  it('is carried by a second signature', async () => {
    const draft = await amendment();
    const head = await partOf(office.drafter, draft.id, ['head', 'head']);
    const chain = (head.body as { approval: object[] }).approval;
    const countersign = { key: 'countersign', title: '会签（财务科）', role: 'countersigner' };
    const approval = [...chain.slice(0, 2), countersign, ...chain.slice(2)];
    await putPart(office.drafter, draft.id, ['head', 'head'], { changes: { approval } });
    const drafter = narrow(await createTestContext(world.site, 'drafter'));
    await submitDraft({ context: drafter, input: { id: draft.id } });
    const checker = await createTestContext(world.site, 'checker');
    await signDraft({ context: checker, input: { id: draft.id, stepKey: 'check' } });
    const input = { id: draft.id, stepKey: 'countersign' };
    expect(await codeOf(signDraft({ context: checker, input }))).toBe('approvals.same_person');
    await grantTo('department', 'commission-checker');
    const other = await createTestContext(world.site, 'department');
    await signDraft({ context: other, input });
    const signer = await createTestContext(world.site, 'signer');
    await signDraft({ context: signer, input: { id: draft.id, stepKey: 'sign' } });
    await expectOk(office.drafter(draftAt(draft.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const published = await publishDraft({ context: drafter, input: { id: draft.id } });
    expect(published).toMatchObject({ campaignId, versionNumber: 2 });
  });
});
