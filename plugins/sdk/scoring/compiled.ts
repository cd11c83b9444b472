import type { ScoreEvent, ScoreFacts } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreBound } from '#schema/contracts/campaign/score-sheet.ts';
import type {
  Criterion,
  ScoreGroup,
  ScoreRule,
  Scorecard,
} from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { CompiledCondition } from './fact-condition.ts';
import type { CompiledGrades } from './grades.ts';
import type { Phrase } from './phrases.ts';

/** A definition that cannot mean anything: found before the first subject is scored. */
export class ScorecardDefinitionError extends Error {
  override name = 'ScorecardDefinitionError';
}

/** Facts that name what the scorecard does not have. */
export class ScoreFactsError extends Error {
  override name = 'ScoreFactsError';
}

/** One reason on its way to the sheet; caps lower `counted`, the sentence is written last. */
export type Draft = {
  rule: CompiledRule;
  amount: number;
  /** What the rule's own caps leave of it. */
  ruled: number;
  counted: number;
  phrase: Phrase;
  eventIds: string[];
  materials: string[];
  recordedBy: string[];
  on: string | undefined;
};

/** The working sheet of one item while its rules run. */
export type Item = {
  criterion: CompiledCriterion;
  drafts: Draft[];
  bounds: ScoreBound[];
  /** Events that a rule of this item has already used; absent when every rule may use each. */
  used: Set<string> | undefined;
  pending: Phrase | undefined;
  notApplicable: Phrase | undefined;
  isGateShut: boolean;
};

export type RuleOutcome =
  | undefined
  | { state: 'pending'; reason: Phrase }
  | { state: 'not-applicable'; reason: Phrase };

export type EvaluateRule = (rule: CompiledRule, facts: ScoreFacts, item: Item) => RuleOutcome;

/** Which events a rule reads. */
export type EventReader = {
  fact: string;
  categories: ReadonlySet<string> | undefined;
  /** A plain count cannot say how many kinds there were, nor of which category. */
  needsEvents: boolean;
};

export type CompiledRule = {
  key: string;
  effect: 'deduct' | 'add';
  words: string | undefined;
  source: Source;
  noun: Phrase | undefined;
  unit: Phrase;
  cap: number | undefined;
  periodCap: { every: NonNullable<ScoreRule['periodCap']>['every']; cap: number } | undefined;
  kind: string | undefined;
  missing: 'none' | 'pending';
  reads: EventReader | undefined;
  /** Rules after this one in the same item that could use the same events. */
  rivals: readonly EventReader[];
  evaluate: EvaluateRule;
};

export type CompiledCriterion = {
  type: 'criterion';
  definition: Criterion;
  /** Points at stake: full points, most bonus, or most penalty. */
  points: number;
  /** What counts into the base. */
  full: number;
  /** Where the score starts before anything is added or deducted. */
  start: number;
  mostDeducted: number;
  floor: number;
  core: boolean;
  once: boolean;
  rules: readonly CompiledRule[];
  recorded: CompiledRule;
  applies: CompiledCondition | undefined;
  evidence: { fact: string; title: Phrase; rule: CompiledRule } | undefined;
};

export type CompiledGroup = {
  type: 'group';
  definition: ScoreGroup;
  full: number;
  deductionCap: number | undefined;
  bonusCap: number | undefined;
  children: readonly CompiledNode[];
};

export type CompiledNode = CompiledGroup | CompiledCriterion;

/** `members`: which items, by their place in the card, have rules of the kind. */
export type CompiledKindCap = {
  kind: string;
  effect: 'deduct' | 'add';
  cap: number;
  members: readonly number[];
};

/** A scorecard read once, to be used for any number of subjects. */
export type CompiledScorecard = {
  definition: Scorecard;
  children: readonly CompiledNode[];
  criteria: readonly CompiledCriterion[];
  criterionKeys: ReadonlySet<string>;
  full: number;
  kindCaps: readonly CompiledKindCap[];
  totalFloor: number | undefined;
  totalCap: number | undefined;
  roundingPlaces: number | undefined;
  grades: CompiledGrades | undefined;
};

/** Deductions recorded by exception, by criterion; what is not listed keeps its points. */
export type RecordedDeductions = Readonly<Record<string, readonly ScoreEvent[]>>;
