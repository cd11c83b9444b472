import { hashCampaign } from '#plugins/sdk/canonical.ts';
import {
  check,
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  office,
  on,
  paper,
  routine,
  stampedScan,
  task,
  undated,
  work,
} from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import {
  findCampaignRow,
  insertCampaign,
  insertVersion,
  updateCurrentVersion,
} from '#workers/modules/campaigns/index.ts';
import type { CampaignPublished } from '#workers/modules/campaigns/index.ts';
import { markHandled } from '#workers/platform/outbox/mark-handled.ts';
import {
  findSubmission,
  listOfOrganizations,
  openSubmissions as insertSubmissions,
  updateSubmission,
} from './submissions.repository.ts';
import type { Submission, SubmissionUpdate } from './submissions.repository.ts';
import { openSubmissions } from './usecases/open-submissions.ts';

const trainings = form('trainings', {
  title: { zh: '教育培训情况表', en: 'Trainings' },
  fields: [
    field.integer('due-people', '应参训人数', { required: true, min: '0', unit: '人' }),
    field.integer('trained-people', '实参训人数', { required: true, min: '0', unit: '人' }),
    field.longText('summary', '开展情况', { required: true, maxLength: 500 }),
    field.table('sessions', '培训场次', [
      field.date('held-on', '日期', { required: true }),
      field.text('topic', '主题'),
    ]),
  ],
  checks: [
    check('trained-within-due', {
      assert: { field: 'trained-people', op: 'le', than: 'due-people' },
      missing: 'skip',
      at: 'trained-people',
      message: '实参训人数不应大于应参训人数，请核对',
    }),
  ],
});

const monthly = form('monthly', {
  title: { zh: '月报', en: 'Monthly report' },
  fields: [field.integer('cases', '件数', { required: true, min: '0' })],
});

/** One filing with a stamped scan and paper, one with a nil return, one without a date. */
export function filingCampaign(changes: { dueOn?: string } = {}): Campaign {
  const dueOn = changes.dueOn ?? '2026-07-20';
  return defineCampaign({
    key: 'conduct',
    title: '2026年行业作风建设工作方案',
    year: 2026,
    period: { from: '2026-01-01', to: '2026-12-31' },
    document: {
      title: '2026年行业作风建设工作方案',
      kindName: '工作方案',
      number: '测卫〔2026〕1号',
      issuer: '测试区卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科'), office('finance', '财务科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    clauses: [
      work('training', {
        number: '一',
        title: '教育培训',
        words: '各医疗机构要组织全员培训，7月20日前报送情况。',
        tasks: [
          task('training-report', {
            title: { zh: '教育培训情况报告', en: 'Training report' },
            audience: institutions(),
            due: on(dueOn, '7月20日前'),
            to: 'medical',
            form: trainings,
            deliverables: [stampedScan('stamped', '盖章扫描件'), paper('copy', '纸质件')],
            signOff: ['filler', 'department-head', 'head'],
            minutes: 60,
            quote: '7月20日前报送情况',
          }),
        ],
      }),
      routine('complaints', {
        number: '二',
        title: '投诉处理',
        words: '做好投诉处理，定期报送。',
        tasks: [
          task('complaint-report', {
            title: { zh: '投诉处理月报', en: 'Complaints' },
            audience: institutions(),
            due: undated('定期'),
            to: 'medical',
            form: monthly,
            nilReturn: true,
            signOff: ['filler'],
            minutes: 10,
            quote: '定期报送',
          }),
        ],
      }),
    ],
  });
}

/** Publishes a version in a site of a test and opens the filings it asks for. */
export async function publishInto(
  site: TestSite,
  campaign: Campaign = filingCampaign(),
  previous?: { campaignId: string; hash: string; number: number },
): Promise<{ campaignId: string; hash: string; number: number; opened: number; moved: number }> {
  const { writer, db, clock, ids } = site.database;
  const hash = await hashCampaign(campaign);
  const campaignId = previous?.campaignId ?? ids.next('cmp');
  const number = (previous?.number ?? 0) + 1;
  const at = clock.now();
  const steps = [
    insertVersion({
      hash,
      campaignId,
      number,
      document: campaign,
      languageVersion: 1,
      pluginId: 'test',
      pluginVersion: '1.0.0',
      changes: [],
      publishedAt: at,
    }),
  ];
  const { key, year, title } = campaign;
  const current = { title, state: 'running' as const, currentHash: hash };
  const known = await findCampaignRow(db, campaignId);
  const row = { ...current, id: campaignId, key, year, version: 1, createdAt: at };
  steps.push(known ? updateCurrentVersion(known, current) : insertCampaign(row));
  const input: CampaignPublished = { campaignId, hash, previousHash: previous?.hash ?? null };
  const eventId = ids.next('evt');
  const outcome = await writer.commit({
    steps,
    audit: {
      action: 'campaign.publish',
      actor: testActor,
      subjectKind: 'campaign',
      subjectId: campaignId,
      at,
      facts: {},
    },
    events: [{ type: 'campaign.published', subjectId: campaignId, payload: input }],
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
  const context = {
    tenant: site.profile,
    db,
    writer,
    clock,
    ids,
    evidence: await createFolderStorage(),
  };
  const [event] = await writer.leaseEvents(clock.now());
  const mark = markHandled(event?.id ?? eventId, 'submissions.open');
  const counts = await openSubmissions({ context, input, mark });
  await writer.settleEvents([{ id: event?.id ?? eventId, state: 'done' }]);
  return { campaignId, hash, number, ...counts };
}

/** The filing of one task as the person of the client sees it among its own. */
export async function findMine(client: TestClient, taskKey: string): Promise<string> {
  type Row = { id: string; taskKey: string };
  const answer = await client('/api/submissions/mine');
  const { now, month, later, waiting } = answer.json<Record<string, Row[]>>();
  const rows = [...(now ?? []), ...(month ?? []), ...(later ?? []), ...(waiting ?? [])];
  const found = rows.find((row) => row.taskKey === taskKey);
  if (found === undefined) throw new Error(`no filing of ${taskKey}: ${answer.text}`);
  return found.id;
}

/** A filing as it stands in the database. */
export async function readFiling(site: TestSite, id: string): Promise<Submission> {
  const filing = await findSubmission(site.database.db, id);
  if (filing === undefined) throw new Error(`no filing ${id}`);
  return filing;
}

/** Everything that one unit of a site is asked for, by due date. */
export function filingsOf(site: TestSite, unit: string): Promise<Submission[]> {
  return listOfOrganizations(site.database.db, [site.units[unit] ?? '']);
}

/** Puts whole filings into the database, whatever nobody was asked for. */
export async function storeFilings(site: TestSite, rows: readonly Submission[]): Promise<void> {
  const { writer, clock } = site.database;
  const outcome = await writer.commit({
    steps: insertSubmissions(rows),
    audit: {
      action: 'task.fan-out',
      actor: testActor,
      subjectKind: 'campaign',
      subjectId: rows[0]?.campaignId ?? '',
      at: clock.now(),
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

/** Puts a filing into a state by hand, whatever would lead there. */
export async function putInto(site: TestSite, id: string, update: SubmissionUpdate): Promise<void> {
  const { writer, clock } = site.database;
  const outcome = await writer.commit({
    steps: [updateSubmission(await readFiling(site, id), update)],
    audit: {
      action: 'submission.save',
      actor: testActor,
      subjectKind: 'submission',
      subjectId: id,
      at: clock.now(),
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

export const goodAnswers = {
  'due-people': 320,
  'trained-people': 300,
  summary: '全年分两期开展。',
};

/** Saves answers of plain fields, whatever stood there. */
export async function fillIn(
  client: TestClient,
  id: string,
  answers: Readonly<Record<string, unknown>> = goodAnswers,
): Promise<void> {
  const detail = (await client(`/api/submissions/${id}`)).json<SubmissionDetail>();
  const changes = Object.entries(answers).map(([path, value]) => ({
    path,
    value,
    basedOn: detail.revisions[path]?.revision ?? 0,
  }));
  const answer = await client(`/api/submissions/${id}/draft`, {
    method: 'PATCH',
    json: { changes },
  });
  if (answer.status !== 200) throw new Error(answer.text);
}

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';

/** Uploads a small PDF; `salt` makes another file of it. */
export async function uploadScan(client: TestClient, salt = ''): Promise<string> {
  const body = `${pdf}%${salt}`;
  const answer = await client(`/api/evidence?name=${encodeURIComponent('扫描件.pdf')}`, {
    method: 'POST',
    body,
    headers: { 'content-length': String(new TextEncoder().encode(body).length) },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<{ id: string }>().id;
}

/** From an empty filing of `training-report` to one that has arrived, signed on paper. */
export async function fileOnPaper(client: TestClient, id: string): Promise<void> {
  await fillIn(client, id);
  const scan = await uploadScan(client, id);
  await expectOk(client, `/api/submissions/${id}/sign-off`, {});
  const paperSheet = { evidenceId: scan, signedOn: '2026-07-01' };
  await expectOk(client, `/api/submissions/${id}/sign-off/paper`, paperSheet);
  const attached = await client(`/api/submissions/${id}/deliverables/stamped`, {
    method: 'PUT',
    json: { evidenceIds: [scan] },
  });
  if (attached.status !== 200) throw new Error(attached.text);
  await expectOk(client, `/api/submissions/${id}/file`, {});
}

async function expectOk(client: TestClient, path: string, json: unknown): Promise<void> {
  const answer = await client(path, { json });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
}
