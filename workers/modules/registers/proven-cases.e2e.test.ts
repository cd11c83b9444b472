import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import {
  clock,
  field,
  form,
  guard,
  naturalDays,
  proposed,
  register,
  state,
  step,
  when,
  workflow,
} from '#plugins/sdk/define.ts';
import type { RegisterNode } from '#plugins/sdk/define.ts';
import type { EntryDetail, EntryMoved } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, publishRegisters, registersCampaign, showOf } from './registers.fixtures.ts';

const source = proposed({ zh: '测试', en: 'Test' });
const verdicts = { proven: '查实', 'not-true': '不实' };

const caseForm = form('case', {
  title: { zh: '线索核查表', en: 'Case' },
  fields: [
    field.longText('about', { zh: '反映事项', en: 'About' }, { required: true }),
    field.choice('verdict', { zh: '核查结论', en: 'Verdict' }, verdicts),
    field.longText('clarification', { zh: '澄清正名情况', en: 'How it was cleared up' }),
    field.longText('no-notice', { zh: '不予通报的决定', en: 'Decision not to make it known' }),
  ],
});
const noticeForm = form('notice', {
  title: { zh: '通报登记', en: 'Notice' },
  fields: [field.longText('words', { zh: '通报内容', en: 'Words' }, { required: true })],
});

const handling = (end: string) =>
  clock('handling', {
    title: { zh: '办理期限', en: 'Handling' },
    rule: { zh: '办理规定 60日', en: 'Rules, 60 days' },
    term: naturalDays(60),
    endsIn: [end],
    owner: 'office',
    source,
  });
const isProven = when.is('verdict', 'proven');

/** 查实的须通报（或写明不通报的决定），不实的须澄清：one way out for each verdict. */
const casesRegister: RegisterNode = register('cases', {
  title: { zh: '线索核查台账', en: 'Cases' },
  noun: { zh: '线索', en: 'case' },
  source,
  form: 'case',
  office: 'medical',
  recordedBy: ['office'],
  links: [{ key: 'notice', title: { zh: '通报', en: 'Notice' }, register: 'notices' }],
  workflow: workflow(
    'received',
    [
      state('received', { zh: '收件', en: 'Received' }),
      state('verified', { zh: '已核查', en: 'Looked into' }),
      state('done', { zh: '办结', en: 'Done' }, { ends: 'closed' }),
    ],
    [
      step('verify', {
        title: { zh: '核查', en: 'Look into' },
        from: ['received'],
        to: 'verified',
        by: ['office'],
        needs: ['verdict'],
        reaches: ['verified'],
      }),
      step('leave-unnoticed', {
        title: { zh: '决定不予通报', en: 'Decide not to make it known' },
        from: ['verified'],
        to: 'verified',
        by: ['office'],
        needs: ['no-notice'],
        guards: [guard.notFiler()],
      }),
      step('finish-proven', {
        title: { zh: '查实办结', en: 'Finish as proven' },
        from: ['verified'],
        to: 'done',
        by: ['office'],
        guards: [
          guard.notFiler(),
          guard.when(isProven, { zh: '结论不是查实。', en: 'It is not proven.' }),
          guard.linked('notice', 'no-notice'),
        ],
        reaches: ['done'],
      }),
      step('finish-not-true', {
        title: { zh: '不实办结', en: 'Finish as not true' },
        from: ['verified'],
        to: 'done',
        by: ['office'],
        guards: [
          guard.notFiler(),
          guard.when(when.is('verdict', 'not-true'), { zh: '结论不是不实。', en: 'Not so.' }),
        ],
        needs: ['clarification'],
        reaches: ['done'],
      }),
    ],
  ),
  clocks: [handling('done')],
});
const noticesRegister: RegisterNode = register('notices', {
  title: { zh: '通报台账', en: 'Notices' },
  noun: { zh: '通报', en: 'notice' },
  source,
  form: 'notice',
  office: 'medical',
  recordedBy: ['office'],
  workflow: workflow(
    'drafted',
    [
      state('drafted', { zh: '拟稿', en: 'Drafted' }),
      state('issued', { zh: '已印发', en: 'Issued' }, { ends: 'closed' }),
    ],
    [
      step('issue', {
        title: { zh: '印发', en: 'Issue' },
        from: ['drafted'],
        to: 'issued',
        by: ['office'],
        reaches: ['done'],
      }),
    ],
  ),
  clocks: [handling('issued')],
});

function caseCampaign(registers: RegisterNode[] = [casesRegister, noticesRegister]) {
  return { ...registersCampaign({ registers }), forms: [caseForm, noticeForm] };
}

let world: TestApp;
let reviewer: TestClient;
let checker: TestClient;
let clerk: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site, caseCampaign());
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  clerk = await world.as('clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

async function record(key: string, answers: Record<string, unknown>): Promise<string> {
  const answer = await reviewer('/api/registers/entries', {
    json: { register: key, organizationId: hospital, answers },
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json<EntryMoved>().id;
}

/** A case that was looked into, with its verdict. */
async function looked(verdict: keyof typeof verdicts): Promise<string> {
  const id = await record('cases', { about: '反映收受回扣' });
  const moved = await act(reviewer, `${id}/steps`, { transition: 'verify', answers: { verdict } });
  if (moved.status !== 200) throw new Error(moved.text);
  return id;
}

const finish = (id: string, verdict: keyof typeof verdicts, answers = {}) =>
  act(checker, `${id}/steps`, { transition: `finish-${verdict}`, answers });
const leaveUnnoticed = (client: TestClient, id: string) =>
  act(client, `${id}/steps`, {
    transition: 'leave-unnoticed',
    answers: { 'no-notice': '情节轻微且主动退缴，经研究不予通报' },
  });

describe('a campaign that wants a notice for what is proven', () => {
  it('is said in the language whole: the checker has no error', () => {
    const problems = checkCampaign(caseCampaign(), { calendar: officialCalendar });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is refused where the register of the notices is not there', () => {
    const problems = checkCampaign(caseCampaign([casesRegister]), { calendar: officialCalendar });
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).toContain('notices');
  });
});

describe('a case that is not true', () => {
  it('is not finished before it was cleared up in the eyes of who was accused', async () => {
    const id = await looked('not-true');
    const refused = await finish(id, 'not-true');
    expect([refused.status, refused.json().code]).toEqual([409, 'registers.refused']);
    expect(refused.text).toContain('还有 1 项没有填写');
    const clarification = '已在科室会议上澄清，并书面告知本人';
    expect((await finish(id, 'not-true', { clarification })).status).toBe(200);
    const done: EntryDetail = await showOf(checker, id);
    expect(done.summary.state).toMatchObject({ key: 'done', ends: 'closed' });
  });

  it('is not finished as if it were proven, with a notice or without', async () => {
    const id = await looked('not-true');
    const refused = await finish(id, 'proven');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('结论不是查实');
  });
});

describe('a case that is proven', () => {
  it('stays open without its notice: the tie-out fires, and names what is missing', async () => {
    const id = await looked('proven');
    const refused = await finish(id, 'proven');
    expect([refused.status, refused.json().code]).toEqual([409, 'registers.refused']);
    expect(refused.text).toContain('须先关联“通报”，或写明不启动的决定');
    const shown = await showOf(checker, id);
    expect(shown.summary.state.key).toBe('verified');
  });

  it('is finished once its notice is tied to it by the office', async () => {
    const id = await looked('proven');
    const notice = await record('notices', { words: '关于某院收受回扣问题的通报' });
    const link = { link: 'notice', entry: notice };
    expect((await act(clerk, `${id}/links`, link)).status).not.toBe(200);
    expect((await act(reviewer, `${id}/links`, link)).status).toBe(200);
    expect((await finish(id, 'proven')).status).toBe(200);
    expect((await showOf(checker, id)).ties).toMatchObject([{ entry: notice }]);
  });

  it('is not tied to a case in place of a notice', async () => {
    const [id, other] = [await looked('proven'), await looked('proven')];
    const wrong = await act(reviewer, `${id}/links`, { link: 'notice', entry: other });
    expect(wrong.json().code).toBe('registers.unknown_link');
    expect((await finish(id, 'proven')).status).toBe(409);
  });

  it('is finished by the decision that there is none, which another person takes and which stands', async () => {
    const id = await looked('proven');
    const own = await leaveUnnoticed(reviewer, id);
    expect([own.status, own.json().code]).toEqual([409, 'registers.refused']);
    expect((await leaveUnnoticed(checker, id)).status).toBe(200);
    expect((await finish(id, 'proven')).status).toBe(200);
    const { answers, history } = await showOf(checker, id);
    expect(answers['no-notice']).toContain('不予通报');
    expect(history.map(({ kind }) => kind)).toEqual(['recorded', 'step', 'step', 'step']);
  });

  it('is not finished by who recorded it', async () => {
    const id = await looked('proven');
    expect((await leaveUnnoticed(checker, id)).status).toBe(200);
    const own = await act(reviewer, `${id}/steps`, { transition: 'finish-proven' });
    expect(own.status).toBe(409);
    expect(own.text).toContain('须由他人审核');
  });
});
