import { Engine, type RuleProperties } from 'json-rules-engine';
import { kindOf, type ItemKind } from './scoring-table.ts';

type Condition = { operator: string; value: number };
type Fired = { fact: string; kind: ItemKind };

const wrongWhen: Record<ItemKind, Condition> = {
  incidents: { operator: 'greaterThan', value: 0 },
  ratio: { operator: 'lessThan', value: 98 },
  demand: { operator: 'greaterThan', value: 0 },
  minimum: { operator: 'lessThan', value: 4 },
};

/** Half points each item loses, in half points so that the sum is exact; two are all it has. */
const lost: Record<ItemKind, (fact: number) => number> = {
  incidents: (fact) => Math.min(2, fact),
  ratio: (fact) => Math.min(2, Math.floor((98 - fact) / 5)),
  demand: () => 1,
  minimum: (fact) => Math.min(2, 4 - fact),
};

/** The bench table as rules of json-rules-engine: one rule an item, fired when something is wrong. */
export function createRulesEngine(items: number): Engine {
  const rules = Array.from({ length: items }, (_, at): RuleProperties => {
    const fact = `item-${at}`;
    const kind = kindOf(at);
    return {
      conditions: { all: [{ fact, ...wrongWhen[kind] }] },
      event: { type: 'deduction', params: { fact, kind } },
    };
  });
  return new Engine(rules);
}

/** The final score in units of 1/10,000 point, by the general engine. */
export async function scoreByRules(
  engine: Engine,
  items: number,
  facts: Record<string, number>,
): Promise<number> {
  const { events } = await engine.run(facts);
  const halves = events.reduce((sum, { params }) => {
    const { fact, kind } = params as Fired;
    return sum + lost[kind](facts[fact] ?? 0);
  }, 0);
  return items * 10_000 - halves * 5000;
}
