import { leastAnswers } from '#plugins/sdk/indicators/imported.ts';
import { entryWords, filingWords, units } from '#plugins/sdk/registers/figure-words.ts';
import type { EntryStatistic } from '#plugins/sdk/registers/figure-words.ts';
import { totalKeys } from '#plugins/sdk/registers/totals.ts';
import type { RegisterRate, TotalKey } from '#plugins/sdk/registers/totals.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Milestone } from '#schema/contracts/campaign/workflow.ts';
import type { FigureDefinition } from '#schema/contracts/figures.ts';
import { isRate, listedEntries } from './totals.domain.ts';
import type { Measure } from './totals.domain.ts';

export type FigureSpec = { readonly definition: FigureDefinition; readonly measure: Measure };

export const both = (text: Text) => ({
  zh: textIn(text, 'zh-CN').value,
  en: textIn(text, 'en').value,
});

/**
 * Registers whose entries are struck off (销号), and those whose entries are accepted and done.
 * The rows of a master list are measures to be taken: nobody has found a problem there.
 */
export function registersOf({ registers }: Pick<Campaign, 'registers'>) {
  const open = registers.filter(({ workflow, sealed }) => workflow !== undefined && !sealed);
  return {
    open,
    problems: open.filter(
      (register) => register.master === undefined && reaches(register, 'closed'),
    ),
    complaints: open.filter(
      (register) => reaches(register, 'accepted') && reaches(register, 'done'),
    ),
  };
}

function reaches({ workflow }: Register, milestone: Milestone): boolean {
  return (workflow?.transitions ?? []).some((step) => step.reaches?.includes(milestone));
}

/** Everything that can be asked for under a campaign, in the order in which it is offered. */
export function catalogueOf(campaign: Campaign): FigureSpec[] {
  const { open, problems, complaints } = registersOf(campaign);
  const keys = (of: readonly Register[]) => of.map(({ key }) => key);
  return [
    ...filingWords.map(({ form, statistic, ...words }): FigureSpec => {
      const key = `filings.${statistic}`;
      const overdue = statistic === 'overdue' || statistic === 'overdue-units';
      const definition = { key, group: 'filings' as const, form, overdue, ...words };
      return { definition, measure: { kind: 'filings', statistic } };
    }),
    ...specsOf('problems', problemStatistics, keys(problems)),
    ...specsOf('complaints', complaintStatistics, keys(complaints)),
    ...open.flatMap((register) => specsOfRegister(register)),
    ...campaign.indicators.map((indicator) => specOfIndicator(campaign, indicator)),
  ];
}

const problemStatistics = ['entries', 'rectified', 'closed', 'overdue', 'closing-rate'] as const;
const complaintStatistics = ['accepted', 'done', 'on-time-completion-rate', 'overdue'] as const;

function specsOf(
  group: 'problems' | 'complaints',
  statistics: readonly EntryStatistic[],
  registers: readonly string[],
): FigureSpec[] {
  return statistics.map((statistic) => specOf({ key: group, group, statistic, registers }));
}

function specOf(input: {
  key: string;
  group: 'problems' | 'complaints' | 'register';
  statistic: EntryStatistic;
  registers: readonly string[];
  of?: Text;
}): FigureSpec {
  const { key, group, statistic, registers, of } = input;
  const { words, measured, form } = entryWords[statistic];
  const kind = group === 'complaints' ? 'complaints' : 'problems';
  return {
    definition: {
      key: `${key}.${statistic}`,
      group,
      form,
      ...(of === undefined ? {} : { of: both(of) }),
      ...words[kind],
      overdue: statistic === 'overdue',
    },
    measure: { kind: 'entries', registers, statistic: measured },
  };
}

/** What a register can say depends on how far its workflow goes. */
function specsOfRegister(register: Register): FigureSpec[] {
  const statistics: EntryStatistic[] = [
    'entries',
    ...(reaches(register, 'accepted') ? (['accepted'] as const) : []),
    ...(reaches(register, 'rectified') ? (['rectified', 'rectification-rate'] as const) : []),
    ...(reaches(register, 'closed') ? (['closed', 'closing-rate'] as const) : []),
    ...(reaches(register, 'done') ? (['done', 'on-time-completion-rate'] as const) : []),
    ...(reaches(register, 'accepted') && reaches(register, 'done')
      ? (['completion-rate'] as const)
      : []),
    ...(reaches(register, 'verified') ? (['verification-rate'] as const) : []),
    ...(reaches(register, 'replied') ? (['reply-rate'] as const) : []),
    'due',
    'overdue',
  ];
  const { key, title } = register;
  return statistics.map((statistic) =>
    specOf({
      key: `register:${key}`,
      group: 'register',
      statistic,
      registers: [key],
      of: title,
    }),
  );
}

function specOfIndicator(campaign: Campaign, indicator: Indicator): FigureSpec {
  const { key, title, definition, unit, form, measure } = indicator;
  return {
    definition: {
      key: `indicator:${key}`,
      group: 'indicator',
      form: formShown(indicator),
      title: both(title),
      statement: both(definition),
      unit: form === 'ratio' ? units.share : both(unit),
      ...(measure.kind === 'import' ? { system: measure.system } : {}),
      overdue: false,
    },
    measure: measureOf(campaign, indicator),
  };
}

/** A value that a system elsewhere says has decimal places. */
function formShown({ form, measure }: Indicator): FigureDefinition['form'] {
  if (form !== 'value') return form;
  return measure.kind === 'import' ? 'mean' : 'count';
}

function measureOf(campaign: Campaign, indicator: Indicator): Measure {
  const { key, measure } = indicator;
  switch (measure.kind) {
    case 'filings': {
      const { statistic } = measure;
      if (statistic === 'on-time') return { kind: 'filings', statistic: 'on-time-rate' };
      return { kind: 'tally', indicator: key, source: { kind: 'reviews', statistic } };
    }
    case 'answers':
      return answersOf(campaign, indicator, measure);
    case 'register':
      return registerMeasure(campaign, key, measure);
    case 'import': {
      const least = leastAnswers(campaign, indicator);
      return { kind: 'imported', indicator: key, form: indicator.form, least };
    }
  }
}

type OfKind<Kind> = Extract<Indicator['measure'], { kind: Kind }>;

/** 全覆盖 counts units, not entries. */
function registerMeasure(
  campaign: Campaign,
  indicator: string,
  { register: key, statistic }: OfKind<'register'>,
): Measure {
  const register = registersOf(campaign).open.find((each) => each.key === key);
  if (statistic !== 'unit-coverage') {
    return { kind: 'entries', registers: register ? [register.key] : [], statistic };
  }
  if (register === undefined) return { kind: 'entries', registers: [], statistic: 'entries' };
  const source = { kind: 'coverage' as const, register: key, audience: register.audience };
  return { kind: 'tally', indicator, source };
}

/** Whole numbers add up over filings: sums, shares, and means of a sum over a number. */
function answersOf(
  { forms, tasks }: Campaign,
  { key, form: shape }: Indicator,
  { form: formKey, numerator, denominator }: OfKind<'answers'>,
): Measure {
  const fields = forms.find((form) => form.key === formKey)?.fields ?? [];
  const isWhole = (name: string | undefined) =>
    name === undefined || fields.some((field) => field.key === name && field.kind === 'integer');
  const adds = shape === 'mean' ? denominator !== undefined : shape !== 'value';
  if (!adds || !isWhole(numerator) || !isWhole(denominator)) return { kind: 'declared' };
  const asking = tasks.filter(({ form }) => form === formKey).map((task) => task.key);
  const source = { kind: 'answers' as const, tasks: asking, numerator, denominator };
  return { kind: 'tally', indicator: key, source };
}

/** The counts of entries that figures are made of. */
export function countsFor(specs: readonly FigureSpec[]): TotalKey[] {
  const needed = specs.flatMap(({ measure }) =>
    measure.kind === 'entries' ? countsOf(measure.statistic) : [],
  );
  return totalKeys.filter((key) => needed.includes(key));
}

const numerators: Readonly<Record<RegisterRate, TotalKey>> = {
  'rectification-rate': 'dueRectified',
  'closing-rate': 'dueClosed',
  'on-time-completion-rate': 'dueOnTime',
  'completion-rate': 'dueDone',
  'verification-rate': 'verified',
  'reply-rate': 'replied',
};

function countsOf(statistic: TotalKey | RegisterRate): readonly TotalKey[] {
  return isRate(statistic) ? [numerators[statistic], listedEntries(statistic)] : [statistic];
}
