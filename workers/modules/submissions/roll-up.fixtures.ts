import {
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  office,
  on,
  task,
  work,
} from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import type { Receipt } from '#schema/contracts/submissions.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { fillIn } from './submissions.fixtures.ts';
import { listInStates } from './submissions.repository.ts';

const caseReport = form('case-report', {
  title: '查处情况表',
  fields: [
    field.integer('cases', '查处件数', { required: true, min: '0' }),
    field.money('amount', '涉及金额', { required: true, min: '0' }),
  ],
});
const caseSummary = form('case-summary', {
  title: '查处情况汇总表',
  fields: [
    field.integer('units', '报送单位数', { required: true }),
    field.integer('cases', '查处件数', { required: true }),
    field.money('amount', '涉及金额', { required: true }),
    field.longText('narrative', '主要做法', { required: true }),
  ],
});

/** Institutions report cases by 10 July, bureaus add them up by 20 July. */
export function rollUpCampaign(): Campaign {
  return defineCampaign({
    key: 'cases',
    title: '2026年医药领域不正之风集中整治方案',
    year: 2026,
    period: { from: '2026-01-01', to: '2026-12-31' },
    document: {
      title: '2026年医药领域不正之风集中整治方案',
      kindName: '方案',
      number: '测卫〔2026〕2号',
      issuer: '测试区卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    clauses: [
      work('cases', {
        number: '一',
        title: '查处',
        words: '各医疗机构7月10日前报送查处情况，各局7月20日前汇总上报。',
        tasks: [
          task('cases-of-unit', {
            title: { zh: '查处情况表', en: 'Cases' },
            audience: institutions(),
            due: on('2026-07-10', '7月10日前'),
            to: 'medical',
            form: caseReport,
            nilReturn: true,
            signOff: ['filler'],
            minutes: 20,
            quote: '7月10日前报送查处情况',
          }),
          task('cases-of-bureau', {
            title: { zh: '查处情况汇总', en: 'Summary of cases' },
            audience: { kind: ['bureau'] },
            due: on('2026-07-20', '7月20日前'),
            to: 'medical',
            form: caseSummary,
            signOff: ['filler'],
            rollUp: {
              task: 'cases-of-unit',
              relation: 'supervision',
              sums: [
                { field: 'units', of: 'cases', by: 'filings' },
                { field: 'cases', of: 'cases' },
                { field: 'amount', of: 'amount' },
              ],
            },
            minutes: 60,
            quote: '各局7月20日前汇总上报',
          }),
        ],
      }),
    ],
  });
}

/** Clinics under the bureau, beside its two hospitals; ids by key. */
export async function addClinics(site: TestSite, count: number): Promise<string[]> {
  const units = Array.from({ length: count }, (_, at) => ({
    key: `clinic-${at + 1}`,
    name: `东区第${at + 1}门诊部`,
    order: 200 + at,
    kind: 'hospital' as const,
    relations: [{ relation: 'supervision' as const, superior: site.units['bureau'] ?? '' }],
  }));
  const imported = await importOrganizations({
    context: site.database,
    input: { units, actor: testActor },
  });
  return imported.units.map(({ id }) => id);
}

/** The filing of a task by a unit, whoever asks. */
export async function filingIdOf(
  site: TestSite,
  taskKey: string,
  organizationId: string | undefined,
): Promise<string> {
  const rows = await listInStates(site.database.db, {
    states: submissionStates,
    range: { everything: true },
    limit: 1000,
  });
  const found = rows.find(
    (row) => row.taskKey === taskKey && row.organizationId === organizationId,
  );
  if (found === undefined) throw new Error(`no filing of ${taskKey}`);
  return found.id;
}

export function expectOk<Answer>(answer: TestAnswer): Answer {
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json<Answer>();
}

/** Fills in, signs off and files a task that only its filler signs. */
export async function fileWith(
  client: TestClient,
  id: string,
  answers: Readonly<Record<string, unknown>>,
): Promise<Receipt> {
  await fillIn(client, id, answers);
  return sendOff(client, id);
}

export async function sendOff(client: TestClient, id: string): Promise<Receipt> {
  expectOk(await client(`/api/submissions/${id}/sign-off`, { json: {} }));
  return expectOk<Receipt>(await client(`/api/submissions/${id}/file`, { json: {} }));
}

/** One decision of a reviewer on the filing as it stands. */
export async function decideOn(client: TestClient, id: string, json: unknown): Promise<TestAnswer> {
  const { version } = expectOk<{ version: number }>(await client(`/api/reviews/${id}`));
  const headers = { 'if-match': `"${version}"` };
  return client(`/api/reviews/${id}/decisions`, { json, headers });
}

export async function acceptFiling(client: TestClient, id: string): Promise<void> {
  expectOk(await decideOn(client, id, { decision: 'accept' }));
}

export async function readRollUp(client: TestClient, id: string): Promise<RollUpTable> {
  return expectOk<RollUpTable>(await client(`/api/submissions/${id}/roll-up`));
}

export function putSums(client: TestClient, id: string, adjustments: readonly unknown[] = []) {
  return client(`/api/submissions/${id}/roll-up`, { method: 'PUT', json: { adjustments } });
}
