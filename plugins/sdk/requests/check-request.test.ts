import { describe, expect, it } from 'vitest';
import type { RequestDraft } from '#schema/contracts/requests.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { field, form } from '../define.ts';
import { organization } from '../testing/organizations.fixtures.ts';
import { addresseesOf, owesReply } from './addressees.ts';
import { checkRequest, type RequestCheckContext } from './check-request.ts';
import { requestChain, requestContent } from './testing/request.fixtures.ts';

const context: RequestCheckContext = {
  calendar,
  now: Date.parse('2026-07-01T10:00:00+08:00'),
  today: '2026-07-01',
  organizations: [organization({ id: 'a', facts: [{ key: 'beds', value: 300 }] })],
  reached: ['a'],
  foreign: [],
  citationFound: true,
  asked: [],
};
const check = (draft: RequestDraft, changes: Partial<RequestCheckContext> = {}) =>
  checkRequest(draft, { ...context, ...changes });
const codes = (...args: Parameters<typeof check>) => check(...args).map(({ code }) => code);

const beds = form('beds', {
  title: '床位',
  fields: [field.integer('beds', '床位数'), field.integer('cases', '投诉件数')],
});

describe('the check of a request', () => {
  it('has nothing to say about a good one', () => {
    expect(check(requestContent())).toEqual([]);
  });

  it('names every part that is missing, in both languages', () => {
    const found = check({ title: '只有标题' });
    expect(found.map(({ path }) => path)).toEqual([
      'text',
      'from',
      'basis',
      'to',
      'deadline',
      'stampedScan',
      'nilReply',
      'minutes',
      'chain',
    ]);
    expect(found[0]).toMatchObject({
      severity: 'error',
      message: { zh: '还没有填写“工作要求”', en: 'The text is missing' },
    });
  });

  it('warns of a rest day and proposes the working day before; nothing is moved', () => {
    const [found] = check(requestContent({ deadline: { on: '2026-07-19', hour: '24:00' } }));
    expect(found).toMatchObject({ severity: 'warning', code: 'dates.rest-day' });
    expect(found?.message.zh).toBe('截止日7月19日（周日）为周日');
    expect(found?.mend.zh).toContain('7月17日（周五）');
  });

  it('takes a make-up working day for the working day it is', () => {
    const makeUp = [...calendar.makeUpDays].filter((day) => day > '2026-07-01').toSorted()[0];
    const deadline = { on: makeUp ?? '', hour: '24:00' };
    expect(codes(requestContent({ deadline }))).not.toContain('dates.rest-day');
  });

  it('counts the other due days of a series that rest, and hints at an unknown calendar', () => {
    const weekly = requestContent({
      deadline: { on: '2026-07-04', hour: '24:00' },
      repeats: { every: 'week', until: '2026-07-18' },
    });
    expect(check(weekly)[0]?.message.zh).toBe('截止日7月4日（周六）为周六（另有2次同样）');
    const far = requestContent({ deadline: { on: '2099-01-05', hour: '24:00' } });
    expect(check(far)).toMatchObject([{ code: 'dates.provisional', severity: 'hint' }]);
  });

  it('refuses a deadline that has passed and a series that ends before it begins', () => {
    const past = requestContent({ deadline: { on: '2026-06-30', hour: '24:00' } });
    expect(codes(past)).toContain('requests.due-past');
    const repeats = { every: 'month', until: '2026-07-17' } as const;
    expect(codes(requestContent({ repeats }))).toContain('requests.repeats-end');
  });

  it('wants somebody to reach, a lead for those who help, and units of its own', () => {
    expect(codes(requestContent(), { reached: [] })).toContain('requests.no-addressee');
    expect(codes(requestContent(), { foreign: ['x'] })).toContain('requests.out-of-range');
    const helping = { units: [{ organizationId: 'a', part: 'support' as const }] };
    expect(codes(requestContent({ to: helping }))).toContain('requests.support-without-lead');
  });

  it('wants a chain from drafting to signing, without a double step', () => {
    expect(codes(requestContent({ chain: requestChain.slice(0, 2) }))).toContain(
      'requests.no-signer',
    );
    const doubled = [...requestChain.slice(0, 2), ...requestChain.slice(1)];
    expect(codes(requestContent({ chain: doubled }))).toContain('keys.duplicate');
  });

  it('wants the citation to be there', () => {
    const cites = { campaignId: 'cmp', clause: 'rectify' };
    const basis = { kind: 'other' as const, words: '按方案落实', cites };
    expect(codes(requestContent({ basis }), { citationFound: false })).toContain(
      'requests.unknown-citation',
    );
    expect(codes(requestContent({ basis }))).toEqual([]);
  });

  it('says 已有 of what the file of a unit holds', () => {
    const [found] = check(requestContent({ form: beds }));
    expect(found).toMatchObject({ code: 'forms.already-held', path: 'form/beds' });
    expect(found?.message.zh).toContain('已有：');
  });

  it('says 已有 of a figure that the same units report elsewhere, and only of those', () => {
    const title = '投诉处理月报';
    const other = form('monthly', { title, fields: [field.integer('n', '投诉件数')] });
    const asked = (units: string[]) => [{ title, form: other, units: new Set(units) }];
    const found = check(requestContent({ form: beds }), { asked: asked(['a']) });
    expect(found.map(({ message }) => message.zh)).toContain('“投诉件数”已有：投诉处理月报');
    expect(codes(requestContent({ form: beds }), { asked: asked(['z']) })).not.toContain(
      'forms.asked-twice',
    );
  });

  it('holds the form to the rules of a campaign’s forms', () => {
    const bad = form('bad', {
      title: '表',
      fields: [
        field.text('a', '甲', { visible: { field: 'nowhere', op: 'present' } }),
        field.text('stamped-scan', '盖章件'),
      ],
    });
    expect(codes(requestContent({ form: bad }))).toEqual(
      expect.arrayContaining(['forms.unknown-field', 'requests.reserved-key']),
    );
  });
});

describe('the addressees of a request', () => {
  const units = [
    organization({ id: 'a' }),
    organization({ id: 'b', kind: 'clinic' }),
    organization({ id: 'c', closedOn: '2026-01-31' }),
    organization({ id: 'd' }),
  ];
  const day = '2026-07-01';
  const everywhere = () => true;

  it('are those of the audience and those named, whose part the name says', () => {
    const to = {
      audience: { kind: ['hospital' as const] },
      units: [
        { organizationId: 'b', part: 'support' as const },
        { organizationId: 'd', part: 'lead' as const },
      ],
    };
    const { reached, foreign } = addresseesOf(to, units, { day, isInRange: everywhere });
    expect(reached.map(({ unit, part }) => `${unit.id} ${part}`)).toEqual([
      'a reply',
      'b support',
      'd lead',
    ]);
    expect(foreign).toEqual([]);
    expect(reached.filter(owesReply)).toHaveLength(2);
  });

  it('are no closed units and none out of range: a name is refused, an audience narrowed', () => {
    const to = {
      audience: { kind: ['hospital' as const] },
      units: [
        { organizationId: 'c', part: 'reply' as const },
        { organizationId: 'b', part: 'reply' as const },
      ],
    };
    const isInRange = ({ id }: { id: string }) => id === 'a';
    const found = addresseesOf(to, units, { day, isInRange });
    expect(found.reached.map(({ unit }) => unit.id)).toEqual(['a']);
    expect(found.foreign).toEqual(['c', 'b']);
    expect(found.outOfRange).toBe(1);
  });
});
