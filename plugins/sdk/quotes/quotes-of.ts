import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import type { Scorecard, ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';

/** A source, and the words quoted from it, with the path of what it belongs to. */
export type Sourced = { path: string; source: Source; quotes: string[] };

type Carrier = { source?: Source | undefined; words?: string | undefined };

function sourced(path: string, { source, words }: Carrier): Sourced[] {
  if (!source) return [];
  const quoted = 'quote' in source && source.quote !== undefined ? [source.quote] : [];
  return [{ path, source, quotes: words === undefined ? quoted : [...quoted, words] }];
}

function leniencySources(path: string, leniency: Carrier | undefined, inherited: Source) {
  if (!leniency) return [];
  return sourced(`${path}/leniency`, {
    source: leniency.source ?? inherited,
    words: leniency.words,
  });
}

function nodeSources(node: ScoreNode, path: string, inherited: Source): Sourced[] {
  const here = `${path}/${node.key}`;
  const source = node.source ?? inherited;
  const own = sourced(here, { source, words: node.words });
  if (node.type === 'group') {
    return [...own, ...node.children.flatMap((child) => nodeSources(child, here, source))];
  }
  const rules = node.rules.flatMap((rule) => {
    const from = rule.source ?? source;
    return [
      ...sourced(`${here}/${rule.key}`, { source: from, words: rule.words }),
      ...leniencySources(`${here}/${rule.key}`, rule.leniency, from),
    ];
  });
  return [...own, ...rules];
}

function scorecardSources(card: Scorecard): Sourced[] {
  const path = `scorecards/${card.key}`;
  return [
    ...sourced(path, card),
    ...card.children.flatMap((child) => nodeSources(child, path, card.source)),
    ...(card.kindCaps ?? []).flatMap((cap) => sourced(`${path}/kindCaps/${cap.kind}`, cap)),
    ...(card.vetoes ?? []).flatMap((veto) => [
      ...sourced(`${path}/vetoes/${veto.key}`, veto),
      ...leniencySources(`${path}/vetoes/${veto.key}`, veto.leniency, veto.source),
    ]),
    ...(card.grades ? sourced(`${path}/grades`, card.grades) : []),
  ];
}

type Keyed = Carrier & { key: string };

function ledgerSources({ key, source, words, tiers, bands }: DemeritLedger): Sourced[] {
  const path = `evaluation/ledgers/${key}`;
  const parts: Keyed[] = [...tiers, ...bands];
  return [
    ...sourced(path, { source, words }),
    ...parts.flatMap((each) =>
      sourced(`${path}/${each.key}`, { source: each.source ?? source, words: each.words }),
    ),
  ];
}

function evaluationSources({ ledgers = [], ...rest }: Evaluation = {}): Sourced[] {
  const parts = Object.keys(rest) as (keyof typeof rest)[];
  return [
    ...ledgers.flatMap(ledgerSources),
    ...parts.flatMap((part) => {
      const entries: readonly Keyed[] = rest[part] ?? [];
      return entries.flatMap((entry) => sourced(`evaluation/${part}/${entry.key}`, entry));
    }),
  ];
}

/** Every source a campaign names, with what is quoted from it. */
export function quotesOf(campaign: Campaign): Sourced[] {
  return [
    ...campaign.tasks.flatMap((task) => [
      ...sourced(`tasks/${task.key}`, task),
      ...sourced(`tasks/${task.key}/due`, { source: task.due?.source }),
      ...sourced(`tasks/${task.key}/recurs`, { source: task.recurs?.source }),
    ]),
    ...campaign.phases.flatMap((phase) => [
      ...sourced(`phases/${phase.key}/from`, { source: phase.from.source }),
      ...sourced(`phases/${phase.key}/to`, { source: phase.to.source }),
    ]),
    ...campaign.registers.flatMap((each) => sourced(`registers/${each.key}`, each)),
    ...campaign.indicators.flatMap((each) => sourced(`indicators/${each.key}`, each)),
    ...campaign.forms.flatMap((form) => [
      ...sourced(`forms/${form.key}`, form),
      ...form.fields.flatMap((field) =>
        sourced(`forms/${form.key}/${field.key}`, 'source' in field ? field : {}),
      ),
    ]),
    ...campaign.scorecards.flatMap(scorecardSources),
    ...evaluationSources(campaign.evaluation),
    ...(campaign.dictionaries ?? []).flatMap((each) => sourced(`dictionaries/${each.key}`, each)),
  ];
}
