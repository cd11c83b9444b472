import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import {
  apply,
  claim,
  clerk,
  problem,
  problems,
  reviewer,
  toClosed,
  walk,
} from '#plugins/sdk/registers/testing/registers.fixtures.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Grant } from '#schema/contracts/permission.ts';
import {
  columnsOf,
  entryActorOf,
  maskedAnswers,
  maySee,
  readRangeOf,
  recordFieldsOf,
  titleOf,
  toEntry,
} from './registers.domain.ts';
import type { StoredEntry } from './stored-entry.domain.ts';

const form: Form = {
  key: 'problem',
  title: '问题',
  fields: [
    { kind: 'choice', key: 'kind', label: '类别', options: [] },
    { kind: 'long-text', key: 'what', label: '问题表现' },
    { kind: 'post', key: 'responsible-post', label: '责任岗位' },
    { kind: 'date', key: 'deadline', label: '整改期限' },
    { kind: 'long-text', key: 'measures', label: '整改措施' },
  ],
};
const definition = {
  register: problems,
  form,
  campaignId: 'cmp_1',
  campaignTitle: '方案',
  versionHash: 'hash',
};
const seen = (today: string) => ({ calendar, today });
const columns = (entry: ReturnType<typeof problem>, today: string, register = problems) =>
  columnsOf({ ...definition, register }, entry, seen(today));

const row = {
  id: 'ent_1',
  organizationId: 'org_h',
  supervisionPath: 'org_b/org_h/',
  territoryPath: '',
  embargoed: false,
  responsible: '药剂科主任',
} as StoredEntry;

const grant = (changes: Partial<Grant> = {}): Grant => ({
  id: 'g',
  role: 'bureau-reviewer',
  permissions: ['registers.read', 'registers.act', 'registers.decide'],
  relation: 'supervision',
  organizationId: 'org_b',
  path: 'org_b/',
  from: '2026-01-01',
  to: null,
  ...changes,
});
const person = (grants: Grant[], organizationId: string | null, recusedFrom: string[] = []) => ({
  personId: 'per_1',
  name: '某某',
  post: '医政科审核岗',
  organizationId,
  grants,
  recusedFrom,
});

describe('the columns of an entry', () => {
  it('keep the due day while nothing has met it, and let it go with the application', () => {
    const claimed = walk(problem(), toClosed.slice(0, 1));
    expect(columns(claimed, '2026-03-05')).toMatchObject({
      state: 'claimed',
      ends: null,
      dueOn: '2026-05-10',
      openDueOn: '2026-05-10',
      acceptedOn: '2026-03-03',
      responsible: '药剂科主任',
    });
    const applied = walk(claimed, [[clerk, '2026-03-06', apply]]);
    expect(columns(applied, '2026-03-06')).toMatchObject({
      rectifiedOn: '2026-03-06',
      dueOn: '2026-05-10',
      openDueOn: null,
    });
  });

  it('say that it has ended, and that a long-term one is not due', () => {
    expect(columns(walk(problem(), toClosed), '2026-06-01')).toMatchObject({
      ends: 'closed',
      closedOn: '2026-04-15',
      openDueOn: null,
    });
    const longTerm = walk(problem(), [
      [clerk, '2026-03-03', claim],
      [reviewer, '2026-03-10', { transition: 'to-long-term', reason: '涉及基建' }],
    ]);
    expect(columns(longTerm, '2026-06-01')).toMatchObject({
      longTerm: true,
      dueOn: null,
      openDueOn: null,
    });
  });

  it('lift the embargo once the entry has been in a state that shows it', () => {
    const register = {
      ...problems,
      visibility: { units: 'above' as const, embargo: { until: ['applied'] } },
    };
    expect(columns(problem(), '2026-03-02', register).embargoed).toBe(true);
    const applied = walk(problem(), toClosed.slice(0, 3));
    expect(columns(applied, '2026-04-10', register).embargoed).toBe(false);
    const refused = walk(applied, [
      [reviewer, '2026-04-11', { transition: 'refuse', reason: '材料不全' }],
    ]);
    expect(columns(refused, '2026-04-11', register).embargoed).toBe(false);
  });

  it('give back the entry they were made of', () => {
    const closed = walk(problem(), toClosed);
    const stored = { ...row, ...columns(closed, '2026-06-01'), id: closed.id } as StoredEntry;
    const back = toEntry({ ...stored, organizationId: closed.organizationId }, closed.events);
    expect(back).toEqual(closed);
  });
});

describe('as whom a person stands before an entry', () => {
  it('is the unit for its own people, the responsible post for that post', () => {
    const own = grant({ relation: null, organizationId: 'org_h', path: null });
    const acting = { ...own, permissions: ['registers.act' as const] };
    expect(entryActorOf(person([acting], 'org_h'), row).as).toEqual(['unit']);
    const named = { ...person([acting], 'org_h'), post: '药剂科主任' };
    expect(entryActorOf(named, row).as).toEqual(['unit', 'responsible']);
  });

  it('is the office for the bureau over it, and never the unit of another', () => {
    expect(entryActorOf(person([grant()], 'org_b'), row)).toMatchObject({
      as: ['office'],
      ofUnit: false,
      advises: false,
    });
    expect(entryActorOf(person([grant({ path: 'org_c/' })], 'org_c'), row).as).toEqual([]);
  });

  it('knows who must keep away', () => {
    expect(entryActorOf(person([grant()], 'org_b', ['org_h']), row).advises).toBe(true);
  });
});

describe('who sees an entry', () => {
  const bureau = person([grant()], 'org_b');
  const own = person([grant({ relation: null, organizationId: 'org_h', path: null })], 'org_h');
  const elsewhere = person(
    [grant({ relation: null, organizationId: 'org_x', path: null })],
    'org_x',
  );
  const commission = person([grant({ relation: null, organizationId: null, path: null })], null);
  const sees = (units: 'own' | 'above' | 'all', embargoed = false) => {
    const register = { ...problems, visibility: { units } };
    return [commission, bureau, own, elsewhere].map((each) =>
      maySee(each, register, { ...row, embargoed }),
    );
  };

  it('is as wide as the register says', () => {
    expect(sees('own')).toEqual([true, false, true, false]);
    expect(sees('above')).toEqual([true, true, true, false]);
    expect(sees('all')).toEqual([true, true, true, true]);
  });

  it('is the commission alone while it is under embargo, whatever the register says', () => {
    expect(sees('all', true)).toEqual([true, false, false, false]);
  });

  it('narrows the range of a list in the same way', () => {
    const register = { ...problems, visibility: { units: 'own' as const } };
    expect(readRangeOf(bureau, register)).toMatchObject({
      everything: false,
      reaches: [{ organizationId: 'org_b', relation: null, path: null }],
    });
    expect(readRangeOf(commission, register)).toEqual({ everything: true });
  });
});

describe('what an entry says of itself', () => {
  it('is titled by its first words, or by 某 where they are masked', () => {
    const entry = { answers: { what: '处方点评不规范'.repeat(12) }, masterRow: null };
    expect(titleOf(definition, entry)).toHaveLength(61);
    const masked = { ...problems, visibility: { units: 'own' as const, masked: ['what'] } };
    expect(titleOf({ ...definition, register: masked }, entry)).toBe('某');
    expect(titleOf(definition, { answers: {}, masterRow: null })).toBe(problems.noun);
  });

  it('hides the masked answers and no others', () => {
    const register = { ...problems, visibility: { units: 'own' as const, masked: ['who'] } };
    expect(maskedAnswers(register, { who: '某某医师', what: '问题' })).toEqual({
      who: '某',
      what: '问题',
    });
  });

  it('asks at its record for what no step asks for, and for whom and until when', () => {
    expect(recordFieldsOf(definition)).toEqual(['kind', 'what', 'responsible-post', 'deadline']);
  });
});
