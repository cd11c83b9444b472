import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { field, form } from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type {
  DepartmentPart,
  PartHanded,
  PartMoved,
  Parts,
} from '#schema/contracts/submission-parts.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { auditEntries } from '#schema/tables/tenant/core.table.ts';
import { submissionParts } from '#schema/tables/tenant/submission-parts.table.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { fillIn, filingCampaign, findMine, publishInto } from './submissions.fixtures.ts';

const report = form('trainings', {
  title: '教育培训情况表',
  fields: [
    field.integer('due-people', '应参训人数', { required: true, min: '0' }),
    field.longText('summary', '开展情况', { required: true, maxLength: 500 }),
    field.section('drugs', '合理用药培训'),
    field.integer('prescriptions', '点评处方数', { required: true, min: '0' }),
    field.table('sessions', '培训场次', [field.text('topic', '主题', { required: true })]),
    field.evidence('proof', '佐证', { accepts: ['file'] }),
  ],
});

/** A report whose section on drugs belongs to the pharmacy, three days before it is due. */
function partedCampaign(): Campaign {
  const base = filingCampaign();
  return {
    ...base,
    forms: base.forms.map((each) => (each.key === 'trainings' ? report : each)),
    tasks: base.tasks.map((task) =>
      task.key === 'training-report'
        ? { ...task, parts: [{ section: 'drugs', post: '药剂科', daysBefore: 3 }] }
        : task,
    ),
  };
}

const fields = ['prescriptions', 'sessions'];
const handOut = { department: '药剂科', fields, dueOn: '2026-07-10', note: '按季度口径填写' };
const written = { prescriptions: 120, sessions: [{ id: 'a', topic: '抗菌药物' }] };

let world: TestApp;
let clerk: TestClient;
let id: string;
let visitor: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site, partedCampaign());
  clerk = await world.as('clerk');
  visitor = world.visitor();
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const at = (rest = '') => `/api/submissions/${id}${rest}`;
const partsOf = async () => (await clerk(at('/parts'))).json<Parts>();
const detailOf = async () => (await clerk(at())).json<SubmissionDetail>();
const hand = async (changes: object = {}) =>
  clerk(at('/parts'), { json: { ...handOut, ...changes } });
const handed = async (changes: object = {}) => (await hand(changes)).json<PartHanded>();
const bearing = (token: string, version = 1) => ({
  authorization: `Bearer ${token}`,
  'if-match': `"${version}"`,
});
const open = (token: string) => visitor('/api/part', { headers: bearing(token) });
const save = (token: string, answers: object, version = 1) =>
  visitor('/api/part', { method: 'PUT', json: { answers }, headers: bearing(token, version) });
const submit = (token: string, answers: object = written, version = 1) =>
  visitor('/api/part/submission', {
    json: { answers, post: '药剂科主任' },
    headers: bearing(token, version),
  });
const close = (verb: 'merge' | 'take-back', partId: string, version: number, json: object = {}) =>
  clerk(at(`/parts/${partId}/${verb}`), { json, headers: { 'if-match': `"${version}"` } });
const codeOf = (answer: Awaited<ReturnType<TestClient>>) => [answer.status, answer.json().code];

const statusesOf = (answers: Awaited<ReturnType<TestClient>>[]) =>
  answers.map(({ status }) => status).sort((left, right) => left - right);

/** Nothing is out when a test begins. */
beforeEach(async () => {
  for (const part of (await partsOf()).parts) {
    if (part.state === 'handed' || part.state === 'submitted') {
      await close('take-back', part.id, part.version);
    }
  }
});

describe('a part of a filing in the hands of a department', () => {
  it('is proposed by the task: the section, the department, the day before the due day', async () => {
    expect((await partsOf()).proposed).toEqual([
      { section: 'drugs', department: '药剂科', fields, dueOn: '2026-07-17' },
    ]);
  });

  it('goes out by link, comes back without an account, and is merged in the name of the department', async () => {
    const { token, id: partId } = await handed();
    expect((await detailOf()).summary.holder).toEqual({ kind: 'post', title: '药剂科' });
    const opened = (await open(token)).json<DepartmentPart>();
    expect(opened).toMatchObject({
      organizationName: '东区第一医院',
      department: '药剂科',
      note: '按季度口径填写',
      dueOn: '2026-07-10',
      state: 'handed',
      answers: {},
    });
    expect(opened.form.fields.map(({ key }) => key)).toEqual(['drugs', ...fields]);
    expect((await save(token, { prescriptions: 100 })).json<PartMoved>().version).toBe(2);
    expect((await submit(token, written, 2)).status).toBe(200);
    const [part] = (await partsOf()).parts.filter((each) => each.id === partId);
    expect(part).toMatchObject({
      state: 'submitted',
      answers: written,
      submittedByPost: '药剂科主任',
      version: 3,
    });
    expect((await detailOf()).summary.holder.kind).toBe('filler');
    expect((await close('merge', partId, 3)).status).toBe(200);
    const detail = await detailOf();
    expect(detail.answers).toMatchObject(written);
    expect(detail.revisions['prescriptions']).toMatchObject({ byPost: '药剂科' });
    expect((await partsOf()).proposed).toEqual([]);
  });

  it('is shown with nothing else of the filing', async () => {
    await fillIn(clerk, id, { summary: '全院机密说明', 'due-people': 320 });
    const { token } = await handed();
    const answer = await open(token);
    expect(answer.text).not.toContain('全院机密说明');
    expect(answer.text).not.toContain('due-people');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await save(token, { ...written, summary: '越权' })).status).toBe(422);
    expect((await detailOf()).answers['summary']).toBe('全院机密说明');
  });

  it('lies in one hand at a time, and cannot be a file or come due after the filing', async () => {
    await handed();
    expect(codeOf(await hand({ department: '护理部', fields: ['prescriptions'] }))).toEqual([
      409,
      'submissions.part_already_out',
    ]);
    expect(codeOf(await hand({ fields: ['proof'] }))[1]).toBe('submissions.part_unhandable');
    expect(codeOf(await hand({ fields: ['drugs'] }))[1]).toBe('submissions.part_unhandable');
    for (const dueOn of ['2026-06-30', '2026-07-21']) {
      const late = await hand({ fields: ['summary'], dueOn });
      expect(codeOf(late)).toEqual([422, 'submissions.part_due_wrong']);
    }
  });

  it('keeps the sign-off waiting until it is merged or taken back', async () => {
    await fillIn(clerk, id, { 'due-people': 320, summary: '全年分两期开展。', prescriptions: 3 });
    const { id: partId } = await handed({ fields: ['prescriptions'] });
    const refused = await clerk(at('/sign-off'), { json: {} });
    expect(codeOf(refused)).toEqual([409, 'submissions.parts_out']);
    expect(refused.text).toContain('药剂科');
    await close('take-back', partId, 1);
    expect(codeOf(await clerk(at('/sign-off'), { json: {} }))[1]).not.toBe('submissions.parts_out');
    await clerk(at('/sign-off/withdraw'), { json: {} });
  });
});

describe('two hands at once', () => {
  it('of one department never overwrite each other', async () => {
    const { token } = await handed();
    const answers = await Promise.all([
      save(token, { prescriptions: 1 }),
      save(token, { prescriptions: 2 }),
    ]);
    expect(statusesOf(answers)).toEqual([200, 412]);
    const stale = await submit(token, written, 1);
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
    expect(stale.headers.get('etag')).toBe('"2"');
  });

  it('of clerk and department never overwrite each other: both values are answered', async () => {
    const { token, id: partId } = await handed({ fields: ['prescriptions'] });
    await submit(token, { prescriptions: 555 });
    await fillIn(clerk, id, { prescriptions: 444 });
    const conflict = await close('merge', partId, 2);
    expect(codeOf(conflict)).toEqual([412, 'submissions.field_conflict']);
    const [place] = conflict.json<{ conflicts: { path: string; theirRevision: number }[] }>()
      .conflicts;
    expect(place).toMatchObject({ path: 'prescriptions', yours: 555, theirs: 444 });
    expect((await detailOf()).answers['prescriptions']).toBe(444);
    const over = { prescriptions: place?.theirRevision ?? 0 };
    expect((await close('merge', partId, 2, { over })).status).toBe(200);
    expect((await detailOf()).answers['prescriptions']).toBe(555);
  });

  it('leave what the clerk keeps, and merge once', async () => {
    const { token, id: partId } = await handed({ fields: ['prescriptions'] });
    await submit(token, { prescriptions: 777 });
    expect((await close('merge', partId, 2, { leave: ['prescriptions'] })).status).toBe(200);
    expect((await detailOf()).answers['prescriptions']).not.toBe(777);
    expect(codeOf(await close('merge', partId, 3))).toEqual([409, 'submissions.part_closed']);
    expect(codeOf(await close('take-back', partId, 3))).toEqual([409, 'submissions.part_closed']);
  });

  it('cannot merge what is still with the department, nor a part of another filing', async () => {
    const { id: partId } = await handed();
    expect(codeOf(await close('merge', partId, 1))).toEqual([409, 'submissions.part_not_back']);
    const elsewhere = await findMine(clerk, 'complaint-report');
    const wrong = await clerk(`/api/submissions/${elsewhere}/parts/${partId}/take-back`, {
      json: {},
      headers: { 'if-match': '"1"' },
    });
    expect(codeOf(wrong)).toEqual([404, 'submissions.part_not_found']);
  });

  it('hand out the same field at once: one goes out', async () => {
    const answers = await Promise.all([hand(), hand({ department: '护理部' })]);
    expect(statusesOf(answers)).not.toEqual([201, 201]);
    const out = (await partsOf()).parts.filter(({ state }) => state === 'handed');
    expect(out).toHaveLength(1);
  });
});

describe('the link of a part', () => {
  it('opens nothing when it is wrong, taken back or handed in', async () => {
    const dead = [404, 'submissions.part_link_dead'];
    expect(codeOf(await visitor('/api/part'))).toEqual(dead);
    expect(codeOf(await open(`lnk_${'0'.repeat(26)}`))).toEqual(dead);
    const { token, id: partId } = await handed();
    await close('take-back', partId, 1);
    for (const answer of [await open(token), await save(token, written), await submit(token)]) {
      expect(codeOf(answer)).toEqual(dead);
    }
    const again = await handed();
    await submit(again.token);
    expect(codeOf(await save(again.token, written, 2))).toEqual([
      409,
      'submissions.part_handed_in',
    ]);
  });

  it('dies some days after the day of the department', async () => {
    const { token, expiresAt } = await handed();
    const now = world.clock.now();
    world.clock.set(expiresAt);
    expect((await open(token)).status).toBe(200);
    world.clock.set(expiresAt + 1);
    expect((await open(token)).status).toBe(404);
    world.clock.set(now);
  });

  it('is nowhere but in the answer: not in the database, the trail, an address or a log', async () => {
    const { token } = await handed();
    await open(token);
    await submit(token);
    const secret = token.slice(4);
    const { db } = world.site.database;
    const [stored, trail] = await Promise.all([
      db.select().from(submissionParts),
      db.select().from(auditEntries),
    ]);
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify([stored, trail])).not.toContain(secret);
    expect(world.logs.length).toBeGreaterThan(0);
    expect(world.logs.join('\n')).not.toContain(secret);
    expect((await clerk(at('/parts'))).text).not.toContain(secret);
  });

  it('hands in only what is complete by the rules of these fields', async () => {
    const { token } = await handed();
    const answer = await submit(token, { sessions: [{ id: 'a' }] });
    expect(codeOf(answer)).toEqual([422, 'submissions.incomplete']);
    expect(answer.json().errors?.map(({ path }) => path)).toEqual([
      'prescriptions',
      'sessions/a/topic',
    ]);
  });
});

describe('who hands out', () => {
  it('is the clerk: a department with an account and the head do not, another hospital sees nothing', async () => {
    const json = handOut;
    for (const name of ['department', 'head'] as const) {
      expect((await (await world.as(name))(at('/parts'), { json })).status).toBe(403);
    }
    const other = await world.as('other-clerk');
    expect((await other(at('/parts'))).status).toBe(404);
    expect((await other(at('/parts'), { json })).status).toBe(404);
  });
});
