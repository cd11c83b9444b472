import { describe, expect, it } from 'vitest';
import { after, before, byDocument, monthPart, on, undated } from '../define.ts';
import { officialCalendar as calendar } from './official-calendar.ts';
import { computeDueDay, computeStartDay, type DateContext } from './rule.ts';

const context: DateContext = {
  calendar,
  issuedOn: '2021-01-19',
  phases: new Map([['self-check', { from: '2020-09-01', to: '2020-11-30' }]]),
  tasks: new Map([['report', '2020-11-15']]),
};

const dayOf = (computed: ReturnType<typeof computeDueDay>) =>
  computed.status === 'dated' ? computed.day : computed.reason;

describe('due days', () => {
  it('leaves a fixed date on the Sunday it fell on', () => {
    expect(dayOf(computeDueDay(on('2020-11-15', '11月15日前'), context))).toBe('2020-11-15');
  });

  it('takes the day before when the document excludes the day itself', () => {
    expect(dayOf(computeDueDay(before('2020-11-15', '15日前（不含）'), context))).toBe(
      '2020-11-14',
    );
  });

  it('starts 8月初 on the first and ends 10月底 on the last day of the month', () => {
    expect(dayOf(computeStartDay(monthPart('2021-08', 'beginning', '8月初'), context))).toBe(
      '2021-08-01',
    );
    expect(dayOf(computeDueDay(monthPart('2021-10', 'end', '10月底'), context))).toBe('2021-10-31');
  });

  it.each([
    ['early', '2026-02-01', '2026-02-10'],
    ['middle', '2026-02-11', '2026-02-20'],
    ['late', '2026-02-21', '2026-02-28'],
    ['whole', '2026-02-01', '2026-02-28'],
  ] as const)('maps the %s part of a month to its days', (part, first, last) => {
    const rule = monthPart('2026-02', part, '2月');
    expect(dayOf(computeStartDay(rule, context))).toBe(first);
    expect(dayOf(computeDueDay(rule, context))).toBe(last);
  });

  it('reads 即日起 as the day of issue', () => {
    expect(dayOf(computeStartDay(after('issue', 0, 'natural', '即日起'), context))).toBe(
      '2021-01-19',
    );
  });

  it('moves a term of natural days that ends on a Sunday to Monday', () => {
    expect(dayOf(computeDueDay(after('issue', 5, 'natural', '5日内'), context))).toBe('2021-01-25');
  });

  it('does not count the first day of a term of working days', () => {
    expect(dayOf(computeDueDay(after('issue', 4, 'working', '4个工作日内'), context))).toBe(
      '2021-01-25',
    );
  });

  it('counts from the end of a phase and from the due day of another task', () => {
    const phaseEnd = after('phase-end', 10, 'natural', '阶段结束后10日内', { ref: 'self-check' });
    expect(dayOf(computeDueDay(phaseEnd, context))).toBe('2020-12-10');
    const task = after('task-due', 2, 'working', '报送后2个工作日', { ref: 'report' });
    expect(dayOf(computeDueDay(task, context))).toBe('2020-11-17');
  });

  it('says why there is no date rather than inventing one', () => {
    expect(dayOf(computeDueDay(undated('定期'), context))).toBe('undated');
    expect(dayOf(computeDueDay(byDocument('督查通知', '另行通知'), context))).toBe('by-document');
    const unknown = after('publication', 3, 'natural', '公布后3日内');
    expect(dayOf(computeDueDay(unknown, context))).toBe('anchor-unknown');
  });

  it('takes the date of another paper once it is known', () => {
    const rule = byDocument('督查通知', '另行通知', { on: '2021-06-30' });
    expect(dayOf(computeDueDay(rule, context))).toBe('2021-06-30');
  });

  it('calls a term provisional that ends beyond the published calendar', () => {
    const late = { ...context, issuedOn: `${calendar.lastYear}-12-25` };
    expect(computeDueDay(after('issue', 15, 'working', '15个工作日'), late)).toMatchObject({
      provisional: true,
    });
    expect(computeDueDay(on(`${calendar.lastYear + 1}-03-01`, '3月1日'), late)).toMatchObject({
      provisional: false,
    });
  });
});
