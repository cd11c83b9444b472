import { describe, expect, it } from 'vitest';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Transition, Workflow } from '#schema/contracts/campaign/workflow.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { registerCampaign, smallRegister } from '../testing/register.fixtures.ts';
import { checkCampaign } from './check-campaign.ts';

const sound = smallRegister();
const workflow = sound.workflow as Workflow;
const [mending] = sound.clocks ?? [];

const found = (changes: Partial<Register>) =>
  checkCampaign(registerCampaign(changes), { calendar }).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );

const step = (key: string, changes: Partial<Transition>): Partial<Register> => ({
  workflow: {
    ...workflow,
    transitions: workflow.transitions.map((each) =>
      each.key === key ? { ...each, ...changes } : each,
    ),
  },
});
const without = (key: string): Partial<Register> => ({
  workflow: { ...workflow, transitions: workflow.transitions.filter((each) => each.key !== key) },
});
const clock = (changes: object) => ({ clocks: [{ ...mending, ...changes }] }) as Partial<Register>;

/** One fault each: what must be found, and the register that has it. */
const faults: [finding: string, changes: Partial<Register>][] = [
  [
    'error registers.unknown-state registers/problems/workflow/refuse',
    step('refuse', { to: 'gone' }),
  ],
  [
    'error registers.unknown-state registers/problems/visibility/embargo',
    { visibility: { units: 'own', embargo: { until: ['told'] } } },
  ],
  ['error registers.state-unreachable registers/problems/workflow/applied', without('apply')],
  ['error registers.state-without-end registers/problems/workflow/rectifying', without('close')],
  [
    'warning registers.closed-by-filer registers/problems/workflow/close',
    step('close', { guards: [] }),
  ],
  [
    'error registers.closed-by-filer registers/problems/workflow/close',
    step('close', { guards: [], by: ['unit'] }),
  ],
  [
    'error registers.step-needs-nothing-known registers/problems/workflow/apply',
    step('apply', { needs: ['proof'] }),
  ],
  [
    'error registers.step-needs-nothing-known registers/problems/workflow/close',
    step('close', { guards: [{ kind: 'not-filer' }, { kind: 'linked-entry', link: 'leaders' }] }),
  ],
  [
    'error registers.master-never-closes registers/problems/master',
    { workflow: undefined, clocks: [], master: { audience: { tag: [] }, rows: [] } },
  ],
  [
    'error registers.clock-without-day registers/problems/clocks/mending',
    clock({ term: { kind: 'until', field: 'summary' } }),
  ],
  [
    'error registers.clock-never-starts registers/problems/clocks/mending',
    clock({ starts: { on: 'transition', transition: 'accept' } }),
  ],
  [
    'error registers.clock-unknown-state registers/problems/clocks/mending',
    clock({ endsIn: ['done'] }),
  ],
  [
    'error registers.clock-without-owner registers/problems/clocks/mending',
    { office: undefined, ...clock({ owner: 'office' }) },
  ],
  ['error references.unknown registers/problems/form', { form: 'nothing' }],
  ['error references.unknown registers/problems/office', { office: 'nobody' }],
  [
    'error references.unknown registers/problems/links/leaders',
    { links: [{ key: 'leaders', title: '领导责任核查', register: 'nothing' }] },
  ],
  ['hint registers.without-basis registers/problems/basis', { title: '行风建设标兵名册' }],
  [
    'error registers.without-basis registers/problems/basis',
    { title: '红黑榜', visibility: { units: 'all' } },
  ],
];

describe('the check of a register', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(found({})).toEqual([]);
  });

  it.each(faults)('finds “%s”', (finding, changes) => {
    expect(found(changes)).toContain(finding);
  });

  it('lets a list of honours be shown to all units once its approval is stated', () => {
    const basis = '评比达标表彰目录（2024年）第12项';
    expect(found({ title: '先进单位', visibility: { units: 'all' }, basis })).toEqual([]);
  });
});
