import { languageVersion, type Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { ClauseNode } from './clauses.ts';
import type { IndicatorNode, RegisterNode, TaskNode } from './works.ts';

type Written =
  | 'languageVersion'
  | 'clauses'
  | 'phases'
  | 'tasks'
  | 'forms'
  | 'registers'
  | 'indicators';
type Optional = 'scorecards' | 'crosswalk';

export type CampaignDefinition = Omit<Campaign, Written | Optional> &
  Partial<Pick<Campaign, Optional>> & {
    clauses: ClauseNode[];
    phases?: Phase[];
    tasks?: TaskNode[];
    forms?: Form[];
    registers?: RegisterNode[];
    indicators?: IndicatorNode[];
  };

type Sourced = { clause?: string; quote?: string; source?: Source };

function clauseOf(node: Sourced & { key: string }, hung: string | undefined): string {
  const clause = node.clause ?? hung;
  if (clause === undefined) throw new Error(`${node.key}: names no clause and stands under none`);
  return clause;
}

function sourceOf(node: Sourced, clause: string): Source {
  if (node.source) return node.source;
  return node.quote === undefined ? { clause } : { clause, quote: node.quote };
}

/** What hangs on the clauses, gathered in document order. */
class Assembly {
  readonly clauses: Clause[] = [];
  readonly phases: Phase[] = [];
  readonly tasks: Task[] = [];
  readonly forms: Form[] = [];
  readonly registers: Register[] = [];
  readonly indicators: Indicator[] = [];
  readonly crosswalk: Crosswalk[] = [];

  clause(node: ClauseNode, parent?: string): void {
    const { clauses, phases, tasks, registers, indicators, ...own } = node;
    this.clauses.push(parent === undefined ? own : { ...own, parent });
    for (const each of phases ?? []) this.phases.push({ clause: own.key, ...each });
    for (const each of tasks ?? []) this.task(each, own.key);
    for (const each of registers ?? []) this.register(each, own.key);
    for (const each of indicators ?? []) this.indicator(each, own.key);
    for (const each of clauses ?? []) this.clause(each, own.key);
  }

  task(node: TaskNode, hung?: string): void {
    const { quote: _quote, form, signOff = ['filler', 'head'], ...own } = node;
    const clause = clauseOf(node, hung);
    if (typeof form !== 'string') this.form(form);
    const formKey = typeof form === 'string' ? form : form.key;
    this.tasks.push({ ...own, signOff, clause, form: formKey, source: sourceOf(node, clause) });
  }

  form(form: Form): void {
    if (!this.forms.includes(form)) this.forms.push(form);
  }

  register(node: RegisterNode, hung?: string): void {
    const { quote: _quote, form, ...own } = node;
    const clause = clauseOf(node, hung);
    if (form !== undefined && typeof form !== 'string') this.form(form);
    const formKey = typeof form === 'object' ? form.key : form;
    const named = formKey === undefined ? own : { ...own, form: formKey };
    this.registers.push({ ...named, clause, source: sourceOf(node, clause) });
  }

  indicator(node: IndicatorNode, hung?: string): void {
    const { quote: _quote, answers, ...own } = node;
    const clause = clauseOf(node, hung);
    this.indicators.push({ ...own, clause, source: sourceOf(node, clause) });
    for (const answer of answers ?? []) this.crosswalk.push({ ...answer, indicator: own.key });
  }
}

/**
 * A campaign written like its document: whatever stands under a clause hangs on it. Importing an
 * edition runs no validation; the contract suite of the plugins does.
 * `export const campaign = defineCampaign({ key: 'conduct-2020', clauses: [principle(…)], … })`
 */
export function defineCampaign(definition: CampaignDefinition): Campaign {
  const { clauses, phases, tasks, forms, registers, indicators, scorecards, crosswalk, ...head } =
    definition;
  const assembly = new Assembly();
  for (const each of phases ?? []) assembly.phases.push(each);
  for (const each of clauses) assembly.clause(each);
  for (const each of tasks ?? []) assembly.task(each);
  for (const each of forms ?? []) assembly.form(each);
  for (const each of registers ?? []) assembly.register(each);
  for (const each of indicators ?? []) assembly.indicator(each);
  return {
    languageVersion,
    ...head,
    clauses: assembly.clauses,
    phases: assembly.phases,
    tasks: assembly.tasks,
    forms: assembly.forms,
    registers: assembly.registers,
    indicators: assembly.indicators,
    scorecards: scorecards ?? [],
    crosswalk: [...assembly.crosswalk, ...(crosswalk ?? [])],
  };
}
