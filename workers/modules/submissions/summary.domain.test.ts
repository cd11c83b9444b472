import { describe, expect, it } from 'vitest';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { SubmissionState, SubmissionSummary } from '#schema/contracts/submissions.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import { filingCampaign } from './submissions.fixtures.ts';
import type { SummaryInput, SummaryRecord } from './summary.domain.ts';
import { needsStamp, officeTitle, taskOf, toSummary } from './summary.domain.ts';

const campaign = filingCampaign();
const dueAt = Date.parse('2026-07-20T17:30:00+08:00');
const now = Date.parse('2026-07-08T10:00:00+08:00');

const record: SummaryRecord = {
  id: 'sub_1',
  campaignId: 'cmp_1',
  taskKey: 'training-report',
  occurrence: 'once',
  officeKey: 'medical',
  organizationId: 'org_1',
  state: 'due',
  nil: false,
  onBehalf: false,
  returns: 0,
  pointsToMend: 0,
  dueOn: '2026-07-20',
  originalDueOn: null,
  dueAt,
  dueWording: '7月20日前',
  paperState: 'none',
  firstFiledAt: null,
  filedAt: null,
  version: 3,
};

const viewers = {
  clerk: { maySign: false, mayFile: true },
  department: { maySign: true, mayFile: false },
  head: { maySign: true, mayFile: false },
  reviewer: { maySign: false, mayFile: false },
} as const;

function row(
  changes: Partial<SummaryRecord> = {},
  more: Partial<SummaryInput> = {},
): SubmissionSummary {
  return toSummary({
    record: { ...record, ...changes },
    campaign,
    organizationName: '东区第一医院',
    signing: undefined,
    viewer: viewers.clerk,
    now,
    calendar: officialCalendar,
    cutOff: '17:30',
    ...more,
  });
}

describe('who holds a filing', () => {
  const step = { key: 'head', title: '主要负责人', role: 'head', state: 'current' } as const;
  const nobody = { kind: 'nobody', title: '' } as const;
  const filler = { kind: 'filler', title: '' } as const;
  const office = { kind: 'office', title: '医政科' } as const;
  const holders: Readonly<Record<SubmissionState, SubmissionSummary['holder']>> = {
    due: filler,
    draft: filler,
    signing: { kind: 'post', title: '主要负责人' },
    signed: filler,
    filed: office,
    held: office,
    returned: filler,
    accepted: nobody,
    exempt: nobody,
  };
  it.each(submissionStates)('in the state %s is said in one word, whoever looks', (state) => {
    for (const viewer of Object.values(viewers)) {
      expect(row({ state }, { signing: step, viewer }).holder).toEqual(holders[state]);
    }
  });
});

describe('the next step', () => {
  const steps: Readonly<Record<keyof typeof viewers, readonly string[]>> = {
    clerk: ['fill', 'continue', 'print-sheet', 'file', 'await-review', 'await-review'],
    department: ['fill', 'continue', 'sign', 'file', 'await-review', 'await-review'],
    head: ['fill', 'continue', 'sign', 'file', 'await-review', 'await-review'],
    reviewer: ['fill', 'continue', 'await-sign-off', 'file', 'await-review', 'await-review'],
  };
  it.each(Object.keys(viewers) as (keyof typeof viewers)[])('of the %s, by state', (name) => {
    const seen = submissionStates.map(
      (state) => row({ state }, { viewer: viewers[name] }).nextStep,
    );
    expect(seen).toEqual([...steps[name], 'mend', 'done', 'done']);
  });

  it('is to send the paper as long as it is expected', () => {
    expect(row({ state: 'filed', paperState: 'expected' }).nextStep).toBe('send-paper');
    expect(row({ state: 'held', paperState: 'expected' }).nextStep).toBe('send-paper');
    expect(row({ state: 'filed', paperState: 'received' }).nextStep).toBe('await-review');
  });
});

describe('the due day on a row', () => {
  it('names the hour of the region, and counts working days', () => {
    expect(row()).toMatchObject({
      dueLabel: { zh: '7月20日（周一）17:30', en: 'Monday 20 Jul, 17:30' },
      daysLeft: { days: 8, unit: 'working', overdue: false },
      dueWording: '7月20日前',
    });
    expect(row()).not.toHaveProperty('dueAdvice');
    expect(row()).not.toHaveProperty('originalDueOn');
  });

  it('advises the working day before, where it falls on a rest day', () => {
    expect(row({ dueOn: '2026-07-19' }).dueAdvice).toEqual({
      zh: '建议周五前',
      en: 'better by Friday',
    });
  });

  it('shows the first day beside an extension', () => {
    const extended = row({ dueOn: '2026-08-05', originalDueOn: '2026-07-20' });
    expect(extended).toMatchObject({ dueOn: '2026-08-05', originalDueOn: '2026-07-20' });
  });

  it('is not there where the document names none, and nothing is ever late', () => {
    const undated = row({ dueOn: null, dueAt: null, dueWording: '定期' }, { now: dueAt * 2 });
    expect(undated).toMatchObject({ dueWording: '定期', late: false });
    for (const key of ['dueOn', 'dueAt', 'dueLabel', 'dueAdvice', 'daysLeft']) {
      expect(undated).not.toHaveProperty(key);
    }
  });
});

describe('late', () => {
  it('is what has not arrived when the cut-off has passed, and not a moment before', () => {
    const unfiled: readonly SubmissionState[] = ['due', 'draft', 'signing', 'signed'];
    for (const state of unfiled) {
      expect(row({ state }, { now: dueAt }).late).toBe(false);
      expect(row({ state }, { now: dueAt + 1 })).toMatchObject({
        late: true,
        daysLeft: { overdue: true },
      });
    }
  });

  it('is decided by the first filing and stays so whatever is mended later', () => {
    const mended = { state: 'filed', filedAt: dueAt + 86_400_000 } as const;
    expect(row({ ...mended, firstFiledAt: dueAt }, { now: dueAt * 2 }).late).toBe(false);
    expect(row({ ...mended, firstFiledAt: dueAt + 1 }).late).toBe(true);
    expect(row({ state: 'returned', firstFiledAt: dueAt }, { now: dueAt * 2 }).late).toBe(false);
  });

  it('is never said of what is exempt', () => {
    expect(row({ state: 'exempt' }, { now: dueAt + 1 }).late).toBe(false);
  });
});

describe('what a row says of its task', () => {
  it('is taken from the version of the filing', () => {
    expect(row({ nil: true, onBehalf: true, returns: 2, pointsToMend: 3 })).toMatchObject({
      title: { zh: '教育培训情况报告' },
      organizationName: '东区第一医院',
      office: '医政科',
      needsStamp: true,
      nil: true,
      onBehalf: true,
      returns: 2,
      pointsToMend: 3,
      version: 3,
    });
    expect(needsStamp(taskOf(campaign, 'complaint-report'))).toBe(false);
  });

  it('shows when it was filed once it was, and an office without a title under its key', () => {
    expect(row()).not.toHaveProperty('filedAt');
    expect(row({ state: 'filed', filedAt: 5, firstFiledAt: 5 }).filedAt).toBe(5);
    expect(officeTitle(campaign, 'gone')).toBe('gone');
  });

  it('is not made up for a task that the version does not have', () => {
    expect(() => row({ taskKey: 'gone' })).toThrow('no task gone');
  });
});
