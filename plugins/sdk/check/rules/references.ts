import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { quotesOf } from '../../quotes/quotes-of.ts';
import { words, type CampaignRule } from '../problem.ts';

type Kind =
  | 'clause'
  | 'phase'
  | 'office'
  | 'form'
  | 'register'
  | 'indicator'
  | 'workstream'
  | 'task';
type Reference = { path: string; kind: Kind; key: string | undefined };

const names: Record<Kind, { zh: string; en: string }> = {
  clause: words('条款', 'clause'),
  phase: words('阶段', 'phase'),
  office: words('接收科室', 'office'),
  form: words('报表', 'form'),
  register: words('台账', 'register'),
  indicator: words('指标', 'indicator'),
  workstream: words('专项', 'workstream'),
  task: words('任务', 'task'),
};

const optional = (path: string, kind: Kind, key: string | undefined): Reference[] =>
  key === undefined ? [] : [{ path, kind, key }];

function dateReferences(path: string, rule: DateRule | undefined): Reference[] {
  if (rule?.kind !== 'after') return [];
  if (rule.anchor === 'task-due') return [{ path, kind: 'task', key: rule.ref }];
  if (rule.anchor === 'phase-start' || rule.anchor === 'phase-end') {
    return [{ path, kind: 'phase', key: rule.ref }];
  }
  return [];
}

function taskReferences(campaign: Campaign): Reference[] {
  return campaign.tasks.flatMap((task) => {
    const path = `tasks/${task.key}`;
    return [
      { path: `${path}/clause`, kind: 'clause' as const, key: task.clause },
      { path: `${path}/to`, kind: 'office' as const, key: task.to },
      { path: `${path}/form`, kind: 'form' as const, key: task.form },
      ...optional(`${path}/phase`, 'phase', task.phase),
      ...optional(`${path}/rollUp`, 'task', task.rollUp?.task),
      ...dateReferences(`${path}/due`, task.due),
    ];
  });
}

function indicatorReferences(campaign: Campaign): Reference[] {
  return campaign.indicators.flatMap((indicator) => {
    const path = `indicators/${indicator.key}`;
    const { measure } = indicator;
    return [
      ...optional(`${path}/clause`, 'clause', indicator.clause),
      ...optional(`${path}/measure`, 'form', measure.kind === 'answers' ? measure.form : undefined),
      ...optional(
        `${path}/measure`,
        'register',
        measure.kind === 'register' ? measure.register : undefined,
      ),
    ];
  });
}

function otherReferences(campaign: Campaign): Reference[] {
  return [
    ...campaign.clauses.flatMap((clause) => [
      ...optional(`clauses/${clause.key}/parent`, 'clause', clause.parent),
      ...optional(`clauses/${clause.key}/workstream`, 'workstream', clause.workstream),
    ]),
    ...campaign.phases.flatMap((phase) => [
      ...optional(`phases/${phase.key}/clause`, 'clause', phase.clause),
      ...dateReferences(`phases/${phase.key}/from`, phase.from),
      ...dateReferences(`phases/${phase.key}/to`, phase.to),
    ]),
    ...campaign.registers.flatMap((each) => [
      ...optional(`registers/${each.key}/clause`, 'clause', each.clause),
      ...optional(`registers/${each.key}/form`, 'form', each.form),
      ...optional(`registers/${each.key}/office`, 'office', each.office),
      ...(each.links ?? []).flatMap((link) =>
        optional(`registers/${each.key}/links/${link.key}`, 'register', link.register),
      ),
    ]),
    ...campaign.crosswalk.flatMap((each) =>
      optional(`crosswalk/${each.common}`, 'indicator', each.indicator),
    ),
    ...quotesOf(campaign).flatMap(({ path, source }) =>
      optional(`${path}/source`, 'clause', 'clause' in source ? source.clause : undefined),
    ),
  ];
}

const keysOf = (named: readonly { key: string }[] | undefined) =>
  new Set((named ?? []).map(({ key }) => key));

/** Whatever is named must be there. */
export const references: CampaignRule = (campaign) => {
  const known: Record<Kind, Set<string>> = {
    clause: keysOf(campaign.clauses),
    phase: keysOf(campaign.phases),
    office: keysOf(campaign.offices),
    form: keysOf(campaign.forms),
    register: keysOf(campaign.registers),
    indicator: keysOf(campaign.indicators),
    workstream: keysOf(campaign.workstreams),
    task: keysOf(campaign.tasks),
  };
  const all = [
    ...taskReferences(campaign),
    ...indicatorReferences(campaign),
    ...otherReferences(campaign),
  ];
  return all
    .filter(({ kind, key }) => key === undefined || !known[kind].has(key))
    .map(({ path, kind, key }) => ({
      severity: 'error' as const,
      code: 'references.unknown',
      path,
      message: words(
        key === undefined
          ? `未写明所依据的${names[kind].zh}`
          : `所引的${names[kind].zh}“${key}”不存在`,
        key === undefined
          ? `It names no ${names[kind].en}`
          : `The ${names[kind].en} “${key}” does not exist`,
      ),
      mend: words(
        `请改为方案中已有的${names[kind].zh}，或先补上它`,
        `Name a ${names[kind].en} of this campaign, or add it first`,
      ),
    }));
};
