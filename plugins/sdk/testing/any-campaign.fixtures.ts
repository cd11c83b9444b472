import fc from 'fast-check';
import * as v from 'valibot';
import {
  organizationKinds,
  organizationLevels,
  ownerships,
  relationKinds,
  type Audience,
} from '#schema/contracts/campaign/audience.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { clauseKinds, filingClauseKinds } from '#schema/contracts/campaign/clause.ts';
import { monthParts, recurrencePeriods, type DateRule } from '#schema/contracts/campaign/dates.ts';
import { FormSchema, type Form } from '#schema/contracts/campaign/form.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { TaskSchema, type Task } from '#schema/contracts/campaign/task.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { smallCampaign } from './campaign.fixtures.ts';

/** Texts as documents have them: quotes, line breaks, rare characters, and what JSON must escape. */
const words = fc
  .array(
    fc.constantFrom('报送', '整改', '"', '\\', '\n', '𠮷', '＜', '60%', 'a b', '“”', 'é', '/'),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));
const text: fc.Arbitrary<Text> = fc.oneof(words, fc.record({ zh: words, en: words }));
const day = fc.integer({ min: 0, max: 364 }).map((offset) => {
  const instant = new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000);
  return instant.toISOString().slice(0, 10);
});
const keys = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}-${at + 1}`);
const some = <T>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1, maxLength: values.length });

const sourceOf = (clauses: readonly string[]): fc.Arbitrary<Source> =>
  fc.oneof(
    fc.record({ clause: fc.constantFrom(...clauses) }),
    fc.record({ document: words, quote: words }),
    fc.record({ proposed: fc.constant(true as const), reason: text }),
  );

const dateRule: fc.Arbitrary<DateRule> = fc.oneof(
  fc.record({ kind: fc.constant('on' as const), on: day, wording: words }),
  fc.record({
    kind: fc.constant('month-part' as const),
    month: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`),
    part: fc.constantFrom(...monthParts),
    wording: words,
  }),
  fc.record({
    kind: fc.constant('after' as const),
    anchor: fc.constantFrom('issue' as const, 'publication' as const),
    days: fc.nat(60),
    unit: fc.constantFrom('natural' as const, 'working' as const),
    wording: words,
  }),
  fc.record({ kind: fc.constant('undated' as const), wording: words }),
);

const { audience } = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.record({ kind: some(organizationKinds) }),
    fc.record({ level: some(organizationLevels) }),
    fc.record({ ownership: some(ownerships) }),
    fc.record({
      relation: fc.constantFrom(...relationKinds),
      to: fc.constantFrom('tenant' as const, 'any-bureau' as const),
    }),
    fc.record({ all: fc.array(tie('audience'), { maxLength: 3 }) }),
    fc.record({ not: tie('audience') }),
  ),
}));

const fieldOf = (key: string) =>
  fc.oneof(
    fc.record({ kind: fc.constant('text' as const), key: fc.constant(key), label: text }),
    fc.record({
      kind: fc.constant('integer' as const),
      key: fc.constant(key),
      label: text,
      required: fc.boolean(),
      min: fc.nat(9).map(String),
    }),
    fc.record({
      kind: fc.constant('choice' as const),
      key: fc.constant(key),
      label: text,
      options: fc.constant([
        { key: 'yes', label: '是' },
        { key: 'no', label: '否' },
      ]),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      key: fc.constant(key),
      label: text,
      columns: fc.constant([{ kind: 'money' as const, key: `${key}-amount`, label: '金额' }]),
    }),
  );

const formOf = (key: string): fc.Arbitrary<Form> =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.record({
        key: fc.constant(key),
        title: text,
        fields: fc.tuple(...keys('field', count).map(fieldOf)),
      }),
    )
    .map((form) => v.parse(FormSchema, form));

function taskOf(key: string, names: { clauses: string[]; forms: string[] }): fc.Arbitrary<Task> {
  const once = fc.record({ due: dateRule });
  const again = fc.record({
    recurs: fc.record({
      every: fc.constantFrom(...recurrencePeriods),
      dueOffsetDays: fc.integer({ min: -20, max: 20 }),
      from: fc.constant('2026-01-01'),
      to: fc.constant('2026-12-31'),
      wording: words,
    }),
  });
  return fc
    .tuple(
      fc.record({
        key: fc.constant(key),
        title: text,
        clause: fc.constantFrom(...names.clauses),
        audience,
        to: fc.constant('medical'),
        form: fc.constantFrom(...names.forms),
        signOff: fc.constant(['filler' as const, 'head' as const]),
        minutes: fc.integer({ min: 1, max: 500 }),
        source: sourceOf(names.clauses),
      }),
      fc.oneof(once, again),
    )
    .map(([task, date]) => v.parse(TaskSchema, { ...task, ...date }));
}

/** Campaigns of any shape that the contracts allow, most of them not without a fault. */
export const anyCampaign: fc.Arbitrary<Campaign> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.nat(6))
  .chain(([clauseCount, formCount, taskCount]) => {
    const names = { clauses: keys('clause', clauseCount), forms: keys('form', formCount) };
    return fc.record({
      clauses: fc.tuple(
        ...names.clauses.map((key) =>
          fc.record({
            key: fc.constant(key),
            number: words,
            words,
            kind: fc.constantFrom(...clauseKinds, ...filingClauseKinds),
          }),
        ),
      ),
      forms: fc.tuple(...names.forms.map(formOf)),
      tasks: fc.tuple(...keys('task', taskCount).map((key) => taskOf(key, names))),
      title: words,
      hasDictionaries: fc.boolean(),
    });
  })
  .map(({ hasDictionaries, ...parts }) => ({
    ...smallCampaign(),
    ...parts,
    phases: [],
    indicators: [],
    crosswalk: [],
    ...(hasDictionaries ? { dictionaries: [] } : {}),
  }));
