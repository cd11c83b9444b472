import type { Clause, ClauseKind } from '#schema/contracts/campaign/clause.ts';
import type { Phase } from '#schema/contracts/campaign/dates.ts';
import type { IndicatorNode, RegisterNode, TaskNode } from './works.ts';

export type ClauseNode = Omit<Clause, 'parent'> & {
  clauses?: ClauseNode[];
  phases?: Phase[];
  tasks?: TaskNode[];
  registers?: RegisterNode[];
  indicators?: IndicatorNode[];
};

type Bare = Omit<ClauseNode, 'key' | 'kind' | 'phases' | 'tasks' | 'registers' | 'indicators'>;
type Carrying = Omit<ClauseNode, 'key' | 'kind'>;
type WithRegisters = Bare & Pick<ClauseNode, 'registers'>;

function node(kind: ClauseKind) {
  return (key: string, rest: Carrying): ClauseNode => ({ key, kind, ...rest });
}

/** 原则要求: asks for nothing, so it can carry nothing. `principle('goal', { number: '一', words })`. */
export function principle(key: string, rest: Bare): ClauseNode {
  return node('principle')(key, rest);
}

/** 依据: another document this one stands on; carries nothing. */
export function basis(key: string, rest: Bare): ClauseNode {
  return node('basis')(key, rest);
}

/** 责任追究: what follows from a breach; may name a register, never a filing. */
export function accountability(key: string, rest: WithRegisters): ClauseNode {
  return node('accountability')(key, rest);
}

/** 常态化工作: goes on all year. */
export const routine = node('routine');

/** 工作任务: what has to be done once. `work('self-check', { number: '三（二）', words, tasks: […] })`. */
export const work = node('task');

/** 数字指标: a figure to reach. */
export const target = node('target');
