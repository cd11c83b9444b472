import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { after, every } from '#plugins/sdk/define.ts';
import type { Obligation } from './obligations.domain.ts';
import { dueChangesOf, keyOf, obligationsOf } from './obligations.domain.ts';
import { filingCampaign } from './submissions.fixtures.ts';

function hospital(id: string, more: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return { id, kind: 'hospital', level: 'secondary', tags: [], facts: [], relations: [], ...more };
}

function ask(units: readonly OrganizationFacts[], campaign = filingCampaign()): Obligation[] {
  return obligationsOf({
    campaign,
    units,
    publishedOn: '2026-03-10',
    calendar: officialCalendar,
    cutOff: '24:00',
  });
}

describe('what a version asks of the units', () => {
  it('is due at the end of the due day in Shanghai', () => {
    const [dated] = ask([hospital('a')]);
    expect(dated).toMatchObject({
      taskKey: 'training-report',
      occurrence: 'once',
      officeKey: 'medical',
      dueOn: '2026-07-20',
      dueAt: Date.parse('2026-07-21T00:00:00+08:00'),
      dueWording: '7月20日前',
    });
  });

  it('keeps a task without a date as one that is owed on no day', () => {
    const undated = ask([hospital('a')]).find(({ taskKey }) => taskKey === 'complaint-report');
    expect(undated).toMatchObject({ dueOn: null, dueAt: null, dueWording: '定期' });
  });

  it('asks a unit only while it exists: not one closed before the due day', () => {
    const asked = ask([
      hospital('open'),
      hospital('closed', { closedOn: '2026-06-30' }),
      hospital('later', { openOn: '2026-09-01' }),
    ]);
    const trained = asked.filter(({ taskKey }) => taskKey === 'training-report');
    expect(trained.map(({ organizationId }) => organizationId)).toEqual(['open']);
  });

  it('counts a term from the day on which the document was registered as issued', () => {
    const campaign = filingCampaign();
    const tasks = campaign.tasks.map((task) => ({
      ...task,
      due: after('issue', 5, 'natural', '印发后5日内'),
    }));
    const given = {
      campaign: { ...campaign, tasks },
      units: [hospital('a')],
      publishedOn: '2026-03-10',
      calendar: officialCalendar,
      cutOff: '24:00',
    };
    const [unknown] = obligationsOf(given);
    expect(unknown?.dueOn).toBeNull();
    const [counted] = obligationsOf({ ...given, issuedOn: '2026-03-05' });
    expect(counted).toMatchObject({ dueOn: '2026-03-10', dueWording: '印发后5日内' });
  });

  it('asks once in each period of a recurring task', () => {
    const campaign = filingCampaign();
    const tasks = campaign.tasks.map((task) => {
      if (task.key !== 'complaint-report') return task;
      const { due: _due, ...rest } = task;
      const span = { from: '2026-01-01', to: '2026-12-31', wording: '每季度' };
      return { ...rest, recurs: every('quarter', { dueOffsetDays: 8, ...span }) };
    });
    const asked = ask([hospital('a')], { ...campaign, tasks });
    const quarters = asked.filter(({ taskKey }) => taskKey === 'complaint-report');
    expect(quarters.map(({ occurrence, dueOn }) => [occurrence, dueOn])).toEqual([
      ['2026-Q1', '2026-04-08'],
      ['2026-Q2', '2026-07-08'],
      ['2026-Q3', '2026-10-08'],
      ['2026-Q4', '2027-01-08'],
    ]);
  });

  it('names each task, period and unit once, whatever units there are', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 30 });
    fc.assert(
      fc.property(ids, (unitIds) => {
        const keys = ask(unitIds.map((id) => hospital(id))).map(keyOf);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toHaveLength(unitIds.length * 2);
      }),
    );
  });
});

describe('an amendment that moves a date', () => {
  const filing = {
    id: 'sub_1',
    taskKey: 'training-report',
    occurrence: 'once',
    organizationId: 'a',
    dueOn: '2026-07-20',
    extensionReason: null,
  };

  it('moves what has not arrived', () => {
    const moved = ask([hospital('a')], filingCampaign({ dueOn: '2026-07-23' }));
    expect(dueChangesOf([filing], moved)).toEqual([
      { id: 'sub_1', dueOn: '2026-07-23', dueAt: Date.parse('2026-07-24T00:00:00+08:00') },
    ]);
  });

  it('leaves an extension that was granted, a date that stays and a task that is gone', () => {
    const moved = ask([hospital('a')], filingCampaign({ dueOn: '2026-07-23' }));
    expect(dueChangesOf([{ ...filing, extensionReason: '系统切换' }], moved)).toEqual([]);
    expect(dueChangesOf([{ ...filing, dueOn: '2026-07-23' }], moved)).toEqual([]);
    expect(dueChangesOf([{ ...filing, taskKey: 'gone' }], moved)).toEqual([]);
  });
});
