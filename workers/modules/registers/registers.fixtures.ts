import { hashCampaign } from '#plugins/sdk/canonical.ts';
import {
  caseHandling,
  clock,
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  naturalDays,
  office,
  options,
  problemClosing,
  proposed,
  register,
  work,
  type RegisterNode,
} from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { EntryDetail, EntryMoved } from '#schema/contracts/registers.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import {
  findCampaignRow,
  insertCampaign,
  insertVersion,
  updateCurrentVersion,
} from '#workers/modules/campaigns/index.ts';
import type { CampaignPublished } from '#workers/modules/campaigns/index.ts';
import { markHandled } from '#workers/platform/outbox/mark-handled.ts';
import { openRegisters } from './usecases/open-registers.ts';

export { listOpenOfUnit } from './registers.repository.ts';

const source = proposed({ zh: '测试', en: 'Test' });
const channels = options({
  'self-check': { zh: '自查', en: 'Self-check' },
  inspection: { zh: '巡察', en: 'Inspection' },
  hotline: { zh: '12345', en: 'Hotline' },
});

const problemForm = form('problem', {
  title: { zh: '问题登记表', en: 'Problem' },
  fields: [
    field.longText('what', { zh: '问题表现', en: 'What' }, { required: true, maxLength: 500 }),
    field.text('who', { zh: '涉及人员', en: 'Who' }),
    field.choice('kind', { zh: '类别', en: 'Kind' }, { drugs: '用药', fees: '收费' }),
    field.post('responsible-post', { zh: '责任岗位', en: 'Responsible post' }),
    field.date('deadline', { zh: '整改期限', en: 'Deadline' }),
    field.longText('measures', { zh: '整改措施', en: 'Measures' }, { maxLength: 500 }),
    field.evidence(
      'proof',
      { zh: '佐证材料', en: 'Evidence' },
      { accepts: ['file', 'stamped-scan'] },
    ),
  ],
});
const measureForm = form('measure', {
  title: { zh: '举措落实情况', en: 'Measure' },
  fields: [field.longText('done', { zh: '落实情况', en: 'What was done' }, { maxLength: 500 })],
});
const letterForm = form('letter', {
  title: { zh: '来件登记', en: 'Letter' },
  fields: [field.longText('about', { zh: '反映事项', en: 'About' }, { required: true })],
});

export const problemsRegister: RegisterNode = register('problems', {
  title: { zh: '问题清单', en: 'Problems' },
  noun: { zh: '问题', en: 'problem' },
  source,
  form: 'problem',
  office: 'medical',
  audience: institutions(),
  responsible: 'responsible-post',
  channels,
  listed: ['kind', 'deadline', 'who'],
  relations: ['supervision', 'territory'],
  visibility: { units: 'above', masked: ['who'] },
  ...problemClosing({
    register: 'problems',
    deadline: { field: 'deadline' },
    rule: { zh: '整改期限', en: 'Time to rectify' },
    source,
    claimNeeds: ['responsible-post', 'deadline'],
    applyNeeds: ['measures'],
  }),
});

export const wallRegister: RegisterNode = register('measures', {
  title: { zh: '挂图作战', en: 'Wall chart' },
  noun: { zh: '举措', en: 'measure' },
  source,
  form: 'measure',
  master: {
    audience: institutions(),
    rows: [
      { key: 'measure-1', title: { zh: '公开收费标准', en: 'Publish prices' } },
      { key: 'measure-2', title: { zh: '设立意见箱', en: 'Suggestion boxes' } },
    ],
  },
  ...problemClosing({
    register: 'measures',
    deadline: { days: 60 },
    rule: { zh: '方案时间节点 60日', en: 'Campaign, 60 days' },
    source,
    applyNeeds: ['done'],
  }),
});

const visitsRegister: RegisterNode = register('visits', {
  title: { zh: '暗访事项', en: 'Unannounced visits' },
  noun: { zh: '事项', en: 'item' },
  source,
  form: 'letter',
  recordedBy: ['office'],
  visibility: { units: 'above', embargo: { until: ['done'] } },
  ...caseHandling({
    clocks: [
      clock('handling', {
        title: { zh: '办理期限', en: 'Handling' },
        rule: { zh: '督查规定 60日', en: 'Inspection rules, 60 days' },
        term: naturalDays(60),
        endsIn: ['done', 'not-accepted', 'merged'],
        stopsIn: ['supplementing'],
        owner: 'office',
        source,
      }),
    ],
  }),
});

/** Problems with several sources, a master list of two measures, and visits under embargo. */
export function registersCampaign(
  changes: { title?: string; registers?: RegisterNode[] } = {},
): Campaign {
  return defineCampaign({
    key: 'rectification',
    title: changes.title ?? '2026年行业作风建设工作方案',
    year: 2026,
    period: { from: '2026-01-01', to: '2026-12-31' },
    document: {
      title: '2026年行业作风建设工作方案',
      kindName: '工作方案',
      issuer: '测试区卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    forms: [problemForm, measureForm, letterForm],
    clauses: [
      work('rectify', {
        number: '一',
        title: '整改',
        words: '建立问题台账，逐项销号。',
        registers: changes.registers ?? [problemsRegister, wallRegister, visitsRegister],
      }),
    ],
  });
}

/** Publishes a version in a site of a test and opens the registers it defines. */
export async function publishRegisters(
  site: TestSite,
  campaign: Campaign = registersCampaign(),
  previous?: { campaignId: string; hash: string; number: number },
): Promise<{
  campaignId: string;
  hash: string;
  number: number;
  registers: number;
  instances: number;
}> {
  const { writer, db, clock: testClock, ids } = site.database;
  const hash = await hashCampaign(campaign);
  const campaignId = previous?.campaignId ?? ids.next('cmp');
  const number = (previous?.number ?? 0) + 1;
  const at = testClock.now();
  const { key, year, title } = campaign;
  const current = { title, state: 'running' as const, currentHash: hash };
  const known = await findCampaignRow(db, campaignId);
  const row = { ...current, id: campaignId, key, year, version: 1, createdAt: at };
  const outcome = await writer.commit({
    steps: [
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
      known ? updateCurrentVersion(known, current) : insertCampaign(row),
    ],
    audit: {
      action: 'campaign.publish',
      actor: testActor,
      subjectKind: 'campaign',
      subjectId: campaignId,
      at,
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
  const input: CampaignPublished = { campaignId, hash, previousHash: previous?.hash ?? null };
  return { campaignId, hash, number, ...(await reopen(site, input)) };
}

/** Runs what follows a publication, as the outbox does, under an event of its own. */
export async function reopen(site: TestSite, input: CampaignPublished) {
  const { writer, db, clock: testClock, ids } = site.database;
  const announced = await writer.commit({
    steps: [],
    audit: {
      action: 'campaign.publish',
      actor: testActor,
      subjectKind: 'campaign',
      subjectId: input.campaignId,
      at: testClock.now(),
      facts: {},
    },
    events: [{ type: 'campaign.published', subjectId: input.campaignId, payload: input }],
  });
  if (announced.status !== 'committed') throw new Error(JSON.stringify(announced));
  const events = await writer.leaseEvents(testClock.now());
  const event = events.find(({ type }) => type === 'campaign.published');
  const context = {
    tenant: site.profile,
    db,
    writer,
    clock: testClock,
    ids,
    evidence: await createFolderStorage(),
  };
  const mark = markHandled(event?.id ?? '', 'registers.open');
  const opened = await openRegisters({ context, input, mark });
  await writer.settleEvents(events.map(({ id }) => ({ id, state: 'done' as const })));
  return opened;
}

/** Puts a problem of a unit on record over HTTP. */
export async function recordProblem(
  client: TestClient,
  organizationId: string,
  changes: { answers?: Record<string, unknown>; sources?: unknown[] } = {},
): Promise<EntryMoved> {
  const json = {
    register: 'problems',
    organizationId,
    answers: { what: '处方点评不规范', ...changes.answers },
    sources: changes.sources ?? [{ channel: 'self-check' }],
  };
  const answer = await client('/api/registers/entries', { method: 'POST', json });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<EntryMoved>();
}

export async function showOf(client: TestClient, id: string): Promise<EntryDetail> {
  const answer = await client(`/api/registers/entries/${id}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<EntryDetail>();
}

/** Acts on an entry as it stands now. */
export async function act(client: TestClient, path: string, json: unknown, version?: number) {
  const id = path.split('/')[0] ?? '';
  const seen = version ?? (await showOf(client, id)).summary.version;
  return client(`/api/registers/entries/${path}`, {
    method: 'POST',
    json,
    headers: { 'if-match': `"${seen}"` },
  });
}

export const claim = {
  transition: 'claim',
  answers: { 'responsible-post': '药剂科主任', deadline: '2026-08-10' },
};
export const apply = { transition: 'apply', answers: { measures: '已组织培训并公示' } };
export const close = {
  transition: 'close',
  ticks: ['measures', 'evidence', 'rules', 'accountability', 'answered'],
};
