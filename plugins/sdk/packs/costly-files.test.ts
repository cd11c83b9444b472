import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../check/check-campaign.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { expectPack, refusalsOf, tamper } from '../testing/pack.fixtures.ts';
import { packLimits } from './limits.ts';
import type { PackProblem } from './problem.ts';

type Json = Record<string, unknown>;
const campaignOf = (pack: Json) => pack.campaign as { [list: string]: Json[] } & Json;
const firstTask = (pack: Json): Json => campaignOf(pack).tasks?.[0] ?? {};

/** The first problem, within seconds, on a busy machine too. */
async function quickly(text: string): Promise<PackProblem | undefined> {
  const begun = performance.now();
  const [problem] = await refusalsOf(text);
  expect(performance.now() - begun).toBeLessThan(6_000);
  return problem;
}

describe('a file that is well-formed and meant to cost time', () => {
  const many = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at));

  it('is refused where a list is longer than a campaign can be', async () => {
    const text = await tamper((pack) => {
      const [clause] = campaignOf(pack).clauses ?? [];
      campaignOf(pack).clauses = many(2_001, (at) => ({ ...clause, key: `c${at}` }));
    });
    expect(await quickly(text)).toMatchObject({ code: 'pack.too-many', path: '/campaign/clauses' });
  });

  it('is refused where dates hang on one another without end', async () => {
    const text = await tamper((pack) => {
      const task = firstTask(pack);
      const after = (at: number) =>
        at === 0
          ? task.due
          : {
              kind: 'after',
              anchor: 'task-due',
              ref: `t${at - 1}`,
              days: 1000,
              unit: 'working',
              wording: '之后',
            };
      campaignOf(pack).tasks = many(900, (at) => ({ ...task, key: `t${at}`, due: after(at) }));
    });
    expect((await quickly(text))?.code).toBe('pack.date-chain');
  });

  it('is refused where the grades of a scorecard could not all be tried', async () => {
    const metrics = ['total', 'base', 'bonus', 'deductions', 'core'];
    const source = { proposed: true, reason: '测试' };
    const figure = (at: number) =>
      many(30, (value) => ({ metric: metrics[at], op: 'ge', value: String(value) }));
    const when = { any: many(5, figure).flat() };
    const text = await tamper((pack) => {
      campaignOf(pack).scorecards = [
        {
          key: 'card',
          title: '考评',
          points: '100',
          source,
          children: [
            {
              type: 'criterion',
              key: 'one',
              title: '一项',
              points: '100',
              account: 'base',
              start: 'full',
              source,
              rules: [
                {
                  key: 'late',
                  effect: 'deduct',
                  measure: { kind: 'events', fact: 'late' },
                  price: { kind: 'per-unit', amount: '5' },
                },
              ],
            },
          ],
          grades: {
            source,
            grades: [
              { key: 'a', title: '甲', when },
              { key: 'b', title: '乙', when },
            ],
          },
        },
      ];
    });
    expect((await quickly(text))?.code).toBe('pack.grades-too-costly');
  });

  it('answers with a hundred problems where there are ten thousand', async () => {
    const text = await tamper((pack) => {
      const wrong = { key: 'A', kind: 'text', label: 1 };
      campaignOf(pack).forms = many(39, (at) => ({
        key: `f${at}`,
        title: '表',
        fields: many(250, () => wrong),
      }));
    });
    const begun = performance.now();
    expect((await refusalsOf(text)).length).toBeLessThanOrEqual(packLimits.problems);
    expect(performance.now() - begun).toBeLessThan(6_000);
  });

  it('is checked in bounded time at the very edge of what is let in', async () => {
    const text = await tamper((pack) => {
      const [clause] = campaignOf(pack).clauses ?? [];
      const task = firstTask(pack);
      const [form] = campaignOf(pack).forms ?? [];
      Object.assign(campaignOf(pack), {
        clauses: [
          ...(campaignOf(pack).clauses ?? []),
          ...many(1_900, (at) => ({ ...clause, key: `c${at}` })),
        ],
        tasks: many(900, (at) => ({ ...task, key: `t${at}`, form: `f${at % 30}` })),
        forms: many(30, (at) => ({
          ...form,
          key: `f${at}`,
          checks: undefined,
          fields: many(290, (field) => ({
            kind: 'integer',
            key: `n${field}`,
            label: `数${field}`,
          })),
        })),
        indicators: [],
        crosswalk: [],
      });
    });
    const begun = performance.now();
    const { pack } = await expectPack(text);
    checkCampaign(pack.campaign, { calendar });
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
