import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import type { GradeCondition, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import { words, type Wording } from '../check/problem.ts';
import { packLimits } from './limits.ts';

export type BrokenBound = { names: string[]; code: string; message: Wording; mend: Wording };

function tooMany(names: string[], found: number, most: number): BrokenBound[] {
  if (found <= most) return [];
  return [
    {
      names,
      code: 'pack.too-many',
      message: words(`共 ${found} 项，最多 ${most} 项`, `${found} entries, at most ${most}`),
      mend: words('请合并或删减', 'Merge or remove some'),
    },
  ];
}

function countCriteria(nodes: readonly ScoreNode[]): number {
  let count = 0;
  for (const node of nodes) count += node.type === 'group' ? countCriteria(node.children) : 1;
  return count;
}

function countFields(campaign: Campaign): number {
  let count = 0;
  for (const form of campaign.forms) {
    for (const field of form.fields) count += field.kind === 'table' ? field.columns.length : 1;
  }
  return count;
}

/** `tasks/summary` → what its date is counted from. */
function anchorsOf(campaign: Campaign): Map<string, string[]> {
  const anchorOf = (rule: DateRule | undefined): string[] => {
    if (rule?.kind !== 'after' || rule.ref === undefined) return [];
    if (rule.anchor === 'task-due') return [`tasks/${rule.ref}`];
    return rule.anchor.startsWith('phase') ? [`phases/${rule.ref}`] : [];
  };
  const anchors = new Map<string, string[]>();
  for (const { key, due } of campaign.tasks) anchors.set(`tasks/${key}`, anchorOf(due));
  for (const { key, from, to } of campaign.phases) {
    anchors.set(`phases/${key}`, [...anchorOf(from), ...anchorOf(to)]);
  }
  return anchors;
}

/** Dates are computed in as many rounds as the longest chain has links; a circle is found elsewhere. */
function longDateChains(campaign: Campaign): BrokenBound[] {
  const anchors = anchorsOf(campaign);
  const lengths = new Map<string, number>();
  const chainOf = (place: string): number => {
    const known = lengths.get(place);
    if (known !== undefined) return known;
    lengths.set(place, 0);
    const behind = (anchors.get(place) ?? []).map(chainOf);
    const length = Math.min(packLimits.dateChain + 1, Math.max(0, ...behind) + 1);
    lengths.set(place, length);
    return length;
  };
  const long = [...anchors.keys()].find((place) => chainOf(place) > packLimits.dateChain);
  if (long === undefined) return [];
  const [list = '', key = ''] = long.split('/');
  const index = (list === 'tasks' ? campaign.tasks : campaign.phases).findIndex(
    (each) => each.key === key,
  );
  return [
    {
      names: ['campaign', list, String(index)],
      code: 'pack.date-chain',
      message: words(
        `日期一个接一个推算，超过 ${packLimits.dateChain} 层`,
        `Dates counted from one another more than ${packLimits.dateChain} deep`,
      ),
      mend: words('请给中间的一项写明日期', 'Give one of them a date of its own'),
    },
  ];
}

function collectFigures(condition: GradeCondition, into: Map<string, Set<string>>): void {
  if ('all' in condition) for (const part of condition.all) collectFigures(part, into);
  else if ('any' in condition) for (const part of condition.any) collectFigures(part, into);
  else if ('not' in condition) collectFigures(condition.not, into);
  else if ('metric' in condition) {
    const { metric, op: _op, ...figure } = condition;
    const known = into.get(metric) ?? new Set<string>();
    into.set(metric, known.add(JSON.stringify(figure)));
  }
}

/** A table of grades is tried at every combination of its figures. */
function costlyGrades(campaign: Campaign): BrokenBound[] {
  return campaign.scorecards.flatMap(({ grades }, index) => {
    const figures = new Map<string, Set<string>>();
    for (const { when } of grades?.grades ?? []) collectFigures(when, figures);
    const cells = [...figures.values()].reduce((all, { size }) => all * (2 * size + 1), 1);
    if (cells <= packLimits.gradeCells) return [];
    return [
      {
        names: ['campaign', 'scorecards', String(index), 'grades'],
        code: 'pack.grades-too-costly',
        message: words(
          '等次条件的组合过多，无法逐一核对',
          'The conditions of the grades combine in too many ways to be checked',
        ),
        mend: words('请减少等次条件中的分数线', 'Use fewer thresholds in the grades'),
      },
    ];
  });
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);

/** Lists that are too long, before anybody looks at what is in them. */
export function tooManyParts(campaign: unknown): BrokenBound[] {
  const lists: Record<string, unknown> = { ...Object(campaign) };
  const forms: unknown[] = Array.isArray(lists.forms) ? lists.forms : [];
  const fields = forms.reduce<number>((sum, form) => sum + lengthOf(Object(form).fields), 0);
  return [
    ...Object.entries(packLimits.parts).flatMap(([name, most]) =>
      tooMany(['campaign', name], lengthOf(lists[name]), most),
    ),
    ...tooMany(['campaign', 'forms'], fields, packLimits.fields),
  ];
}

/** What a file asks for beyond the bounds, though each part of it is well-formed. */
export function brokenBounds(campaign: Campaign): BrokenBound[] {
  const criteria = campaign.scorecards.reduce((sum, card) => sum + countCriteria(card.children), 0);
  return [
    ...tooMany(['campaign', 'forms'], countFields(campaign), packLimits.fields),
    ...tooMany(['campaign', 'scorecards'], criteria, packLimits.criteria),
    ...longDateChains(campaign),
    ...costlyGrades(campaign),
  ];
}
