import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { createRulesEngine, scoreByRules } from './scoring-rules-engine.ts';
import { benchScorecard, benchSubjects, kernelFacts, plainFacts } from './scoring-table.ts';

/** One line of the bench's table. */
export type ScoringRow = {
  name: string;
  ours: number;
  theirs: number;
  unit: string;
  ratio: number;
  details: Record<string, number>;
};

export type ScoringLoad = { items: number; institutions: number; sampled: number; theirs: number };

const fullLoad: ScoringLoad = { items: 100, institutions: 10_000, sampled: 500, theirs: 400 };

const perSecond = (count: number, ms: number) => Math.round((count * 1000) / ms);

/**
 * Items scored per second on one core, ours with the whole trace against `json-rules-engine`
 * summing up the same table; both must give the same total for every subject.
 */
export async function scoringRow(load: ScoringLoad = fullLoad): Promise<ScoringRow> {
  const { items, institutions, sampled } = load;
  const subjects = benchSubjects(items, sampled);
  const ourFacts = subjects.map(kernelFacts);
  const theirFacts = subjects.slice(0, load.theirs).map(plainFacts);
  const compiled = compileScorecard(benchScorecard(items));
  const engine = createRulesEngine(items);

  for (const [at, facts] of theirFacts.entries()) {
    const [own, other] = [
      score(compiled, ourFacts[at] ?? {}).final,
      await scoreByRules(engine, items, facts),
    ];
    if (own !== other) throw new Error(`subject ${at}: ${own} by us, ${other} by rules`);
  }

  const heapBefore = process.memoryUsage().heapUsed;
  const cpuBefore = process.cpuUsage();
  const startOurs = performance.now();
  let lines = 0;
  for (let at = 0; at < institutions; at += 1) {
    const sheet = score(compiled, ourFacts[at % sampled] ?? {});
    for (const { children } of sheet.tree) {
      for (const item of children) lines += item.lines.length;
    }
  }
  const ourMs = performance.now() - startOurs;
  const { user, system } = process.cpuUsage(cpuBefore);
  const heapAfter = process.memoryUsage().heapUsed;

  const startTheirs = performance.now();
  for (const facts of theirFacts) await scoreByRules(engine, items, facts);
  const theirMs = performance.now() - startTheirs;

  const ours = perSecond(institutions * items, ourMs);
  const theirs = perSecond(theirFacts.length * items, theirMs);
  return {
    name: 'scoring',
    ours,
    theirs,
    unit: 'criteria/s',
    ratio: ours / theirs,
    details: {
      institutions,
      items,
      lines,
      milliseconds: Math.round(ourMs),
      cpuMilliseconds: Math.round((user + system) / 1000),
      heapGrowthMb: Math.round((heapAfter - heapBefore) / 1_048_576),
    },
  };
}
