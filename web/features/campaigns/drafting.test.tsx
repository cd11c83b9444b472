import { cleanup, render } from '@solidjs/testing-library';
import { describe, expect, test } from 'vitest';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { taskFormOf } from '#web/features/campaign-plan/task-form.ts';
import { actAndPost, toSteps, waitsForMe } from './approval.presenter.ts';
import { clauseHeading, saysNoMore, shortName, viewDraft } from './clause-view.presenter.ts';
import { Clauses } from './clause.component.tsx';
import {
  dayInForm,
  describeRule,
  isWeekend,
  readRule,
  wordingDiffers,
  writeRule,
} from './date-rule.presenter.ts';
import { partsOf } from './draft-parts.ts';
import { issueSteps } from './issue-steps.presenter.ts';
import { nextYear, toOpenDraft } from './new-draft-dialog.component.tsx';
import { headForm } from './part-forms.ts';
import { countByClause, nameOfTarget, placesOf, targetOf } from './problems.presenter.ts';
import { chain, oneWarning, smallDraft } from './testing/drafts.fixtures.ts';
import { mergeValues } from './values-merge.ts';

const draft = smallDraft();
const [task] = partsOf(draft, 'task');
const [head] = partsOf(draft, 'head');
const taskForm = taskFormOf(draft);

describe('two people at one part', () => {
  const base = { title: '旧', on: '2026-11-13', minutes: '90' };

  test('who changed different fields both keep what they wrote', () => {
    const merged = mergeValues(base, { ...base, title: '甲' }, { ...base, minutes: '60' });
    expect(merged).toEqual({ values: { ...base, title: '甲', minutes: '60' }, conflicts: [] });
  });

  test('who changed the same field are shown both, and mine stays until I choose', () => {
    const merged = mergeValues(base, { ...base, on: '2026-11-15' }, { ...base, on: '2026-11-17' });
    expect(merged.values.on).toBe('2026-11-15');
    expect(merged.conflicts).toEqual([{ name: 'on', mine: '2026-11-15', theirs: '2026-11-17' }]);
  });

  test('who wrote the same agree', () => {
    const same = { ...base, on: '2026-11-16' };
    expect(mergeValues(base, same, same).conflicts).toEqual([]);
  });
});

describe('a date in an edit form', () => {
  const on: DateRule = {
    kind: 'on',
    on: '2026-11-15',
    exclusive: true,
    wording: '15日前（不含）',
    source: { clause: 'self-check' },
  };

  test('keeps the words, 不含当日 and where it stands', () => {
    const values = { ...readRule(on, 'due'), 'due/on': '2026-11-16' };
    expect(writeRule(on, values, 'due')).toEqual({ ...on, on: '2026-11-16' });
  });

  test('counted from a phase stays counted from it', () => {
    const after: DateRule = {
      kind: 'after',
      anchor: 'phase-end',
      ref: 'self-check',
      days: 10,
      unit: 'working',
      wording: '阶段结束后10个工作日内',
    };
    const values = { ...readRule(after, 'due'), 'due/days': '5' };
    expect(writeRule(after, values, 'due')).toEqual({ ...after, days: 5 });
  });

  test('may become undated, which is a date too', () => {
    const values = { ...readRule(on, 'due'), 'due/kind': 'undated', 'due/wording': '适时' };
    expect(writeRule(on, values, 'due')).toMatchObject({ kind: 'undated', wording: '适时' });
    expect(dayInForm(values, 'due', 'end')).toBeUndefined();
  });

  test('says its weekday, and that it is a weekend', () => {
    expect(describeRule({ kind: 'on', on: '2020-11-15', wording: '' })).toBe(
      '2020年11月15日（周日）',
    );
    expect([isWeekend('2019-07-20'), isWeekend('2021-01-25')]).toEqual([true, false]);
  });

  test('ends a month part at its last day and begins it at its first', () => {
    const rule: DateRule = {
      kind: 'month-part',
      month: '2026-08',
      part: 'late',
      wording: '8月下旬',
    };
    expect([describeRule(rule, 'start'), describeRule(rule)]).toEqual([
      '2026年8月21日（周五）',
      '2026年8月31日（周一）',
    ]);
  });

  test('notices words that name another day', () => {
    expect(wordingDiffers('2026年11月15日前', '2026-11-18')).toBe(true);
  });
});

describe('the forms of a part', () => {
  test('write a task back as it was when nothing was changed', () => {
    expect(task && taskForm.write(task.body, taskForm.read(task.body))).toEqual(task?.body);
  });

  test('drop a translation that no longer fits the Chinese title', () => {
    if (!task) throw new Error('no task');
    const values = { ...taskForm.read(task.body), title: '自查自纠报告' };
    expect(taskForm.write(task.body, values).title).toBe('自查自纠报告');
  });

  test('leave recipients out of the head where nobody wrote any', () => {
    if (!head) throw new Error('no head');
    const values = { ...headForm.read(head.body), 'document/recipients': ' ' };
    expect(headForm.write(head.body, values).document).not.toHaveProperty('recipients');
  });
});

describe('the document', () => {
  test('hangs tasks, phases and indicators on their clauses', () => {
    const { clauses, phases } = viewDraft(draft);
    const own = clauses.find(({ key }) => key === 'self-check');
    expect(own?.tasks.map(({ due, needsStamp }) => [due?.means, needsStamp])).toEqual([
      ['2020年11月13日（周五）', true],
    ]);
    expect(own?.indicators.map(({ key }) => key)).toEqual(['self-check-on-time']);
    expect([own?.depth, phases.length]).toEqual([1, 0]);
  });

  test('says why something is there that the document does not give, and to which group it belongs', () => {
    const reason = { zh: '文件未定报送，建议报一次', en: 'No report is asked for' };
    const source = { proposed: true as const, reason };
    const labels = [{ key: 'two-measures', title: '两举措' }];
    const campaign = smallCampaign({ labels });
    const parts = splitCampaign({
      ...campaign,
      clauses: campaign.clauses.map((each) => ({ ...each, labels: ['two-measures'] })),
      tasks: campaign.tasks.map((each) => ({ ...each, source })),
      indicators: campaign.indicators.map((each) => ({ ...each, source })),
    });
    const stored = { version: 1, changedAt: 0, changedByPost: '行风办拟稿岗' };
    const { clauses } = viewDraft({ parts: parts.map((part) => ({ ...part, ...stored })) });
    const own = clauses.find(({ key }) => key === 'self-check');
    expect(own?.tasks.map(({ proposal }) => proposal)).toEqual([reason]);
    expect(own?.indicators.map(({ proposal }) => proposal)).toEqual([reason]);
    expect(own?.groups).toBe('口径标签：两举措');
    render(() => <Clauses clauses={clauses} hooks={{}} />);
    expect(document.body.textContent).toContain('本平台建议 文件未定报送，建议报一次');
    cleanup();
  });

  test('joins number and heading as documents do', () => {
    expect(clauseHeading('一', '工作目标')).toBe('一、工作目标');
    expect(clauseHeading('（一）', '宣传教育')).toBe('（一）宣传教育');
    expect(clauseHeading('引言', '引言')).toBe('引言');
    const named = (number: string, words: string) => shortName({ number, title: undefined, words });
    expect(named('（二）', '(二)肩无担当，失职失责。')).toBe('（二）肩无担当，失职失责。');
    expect(named('一是', '一是明确形式。')).toBe('一是 明确形式。');
    expect(named('2', '2026年完成。')).toBe('2 2026年完成。');
    expect(shortName({ number: '二', title: undefined, words: '分阶段进行。' })).toBe(
      '二、分阶段进行。',
    );
  });

  test('does not say a heading twice', () => {
    expect(saysNoMore({ number: '一', title: '工作目标', words: '一、工作目标' })).toBe(true);
    expect(saysNoMore({ number: '一', title: '工作目标', words: '树立新风尚。' })).toBe(false);
  });
});

describe('a problem of the check', () => {
  const [problem] = oneWarning.problems;

  test('leads to its part, else to its clause, and says what it is about', () => {
    if (!problem) throw new Error('no problem');
    expect(targetOf(problem)).toEqual({ kind: 'task', key: 'self-check-report' });
    expect(placesOf(problem)).toEqual(['part-task-self-check-report', 'part-clause-self-check']);
    expect(nameOfTarget(draft, problem)).toBe('自查情况报告');
    expect(targetOf({ path: 'document/number' })).toEqual({ kind: 'head', key: 'head' });
  });

  test('is counted at its clause unless it is a hint', () => {
    const hints = oneWarning.problems.map((each) => ({ ...each, severity: 'hint' as const }));
    expect(countByClause([...oneWarning.problems, ...hints]).get('self-check')).toBe(1);
  });
});

describe('the way to publication', () => {
  const stepsOf = (changes: Parameters<typeof smallDraft>[0]) =>
    Object.fromEntries(
      issueSteps({ draft: smallDraft(changes), checks: oneWarning, burden: undefined }).map(
        ({ key, status, detail }) => [key, `${status} ${detail}`],
      ),
    );

  test('begins with the check, and has no 会签 where the chain has none', () => {
    expect(stepsOf({})).toMatchObject({
      checks: 'waiting 0 错 1 提醒 0 提示',
      submit: 'current 可以提交',
      countersign: 'stopped 本方案不设会签',
      issue: 'draft 未到',
      publish: 'draft 未到',
    });
  });

  test('says whose turn it is while it is signed', () => {
    const checking = stepsOf({ state: 'signing', approval: chain('current') });
    expect(checking.submit).toBe('waiting 核稿中：办公室');
    const signing = stepsOf({ state: 'signing', approval: chain('done') });
    expect([signing.submit, signing.issue]).toEqual(['done 已核稿', 'waiting 待签发：分管领导']);
  });

  test('says that it came back', () => {
    const returned = chain('returned', { state: 'returned' });
    expect(stepsOf({ approval: returned }).submit).toBe('returned 已退回，改后重新提交');
  });

  test('publishes only what is registered', () => {
    expect(stepsOf({ state: 'signed' })).toMatchObject({
      issue: 'current 待登记文号',
      publish: 'draft 未到',
    });
    const issue = {
      number: '某卫〔2026〕1号',
      signedOn: '2026-07-01',
      printedOn: '2026-07-02',
      disclosure: 'public' as const,
    };
    expect(stepsOf({ state: 'signed', issue })).toMatchObject({
      issue: 'done 某卫〔2026〕1号',
      publish: 'current 可以发布',
    });
  });
});

describe('the chain', () => {
  test('shows act and post, and paper with its own day and post', () => {
    expect(actAndPost('会签（医政、药政）')).toEqual({ act: '会签', post: '医政、药政' });
    const [, check] = chain('done').steps;
    if (!check) throw new Error('no step');
    const paper = { signedOn: '2026-07-06', signerPost: '办公室主任', evidenceId: 'evd_1' };
    const [shown] = toSteps({ steps: [{ ...check, mode: 'paper', paper }] });
    expect([shown?.post, shown?.at]).toEqual(['办公室主任', '2026年7月6日，纸质签署']);
  });

  test('waits for the post whose turn it is and for nobody else', () => {
    const waiting = {
      ...smallDraft({ state: 'signing' }),
      waitsFor: { key: 'check', title: '核稿（办公室）', role: 'checker' },
    };
    expect(waitsForMe(waiting, (permission) => permission === 'campaigns.check')).toBe(true);
    expect(waitsForMe(waiting, (permission) => permission === 'campaigns.sign')).toBe(false);
  });
});

describe('a new draft', () => {
  const campaigns = [{ id: 'cmp_1', year: 2026 }];

  test('of the same year amends, of another year is rolled forward', () => {
    expect(toOpenDraft('version cmp_1', '2026', campaigns)).toEqual({
      from: 'version',
      campaignId: 'cmp_1',
    });
    expect(toOpenDraft('version cmp_1', '2027', campaigns)).toMatchObject({ toYear: 2027 });
    expect(toOpenDraft('template dong 2020', '2027', campaigns)).toEqual({
      from: 'template',
      plugin: 'dong',
      year: 2020,
      toYear: 2027,
    });
    expect(toOpenDraft('template dong 2020', '27', campaigns)).toBeUndefined();
  });

  test('is for the year after the newest campaign', () => {
    expect(nextYear(campaigns, 2020)).toBe(2027);
    expect(nextYear([], 2020)).toBe(2020);
  });
});
