import { findProposals } from '#plugins/sdk/scoring/alerts.ts';
import type { AlertInput, Proposal as Finding } from '#plugins/sdk/scoring/alerts.ts';
import { monthsOfRecords } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { AlertRule } from '#schema/contracts/campaign/alert-rule.ts';
import type { Grant } from '#schema/contracts/permission.ts';
import type { ProposalState } from '#schema/contracts/proposals.ts';

type Scored = {
  readonly facts: AlertInput['periods'][number]['facts'];
  readonly records: Parameters<typeof monthsOfRecords>[0];
  readonly sheets: NonNullable<AlertInput['sheets']>;
};

/** What a rule looks at: a rate at the months of its own fact, everything else at all there is. */
function inputOf({ when }: AlertRule, { facts, records, sheets }: Scored): AlertInput {
  if (when.kind !== 'rate') return { periods: [{ key: 'all', facts }], sheets };
  return { periods: monthsOfRecords(records.filter(({ fact }) => fact === when.fact)) };
}

/** What the rules of a campaign find on a unit. */
export function findingsOf(alerts: readonly AlertRule[], scored: Scored): Finding[] {
  return alerts.flatMap((rule) => findProposals([rule], inputOf(rule, scored)));
}

type Known = {
  readonly id: string;
  readonly ruleKey: string;
  readonly occasion: string;
  readonly state: ProposalState;
  readonly lapsedAt: number | null;
  readonly eventIds: readonly string[];
  readonly reason: { readonly zh: string };
};

export type FindingPlan<Row> = {
  raised: Finding[];
  /** No longer found: marked so, and kept. */
  lapsed: Row[];
  /** Found again. */
  restored: Row[];
  /** Waits for its decision, and more has joined it since. */
  changed: { row: Row; finding: Finding }[];
};

const nameOf = (rule: string, occasion: string) => `${rule} ${occasion}`;

/** What differs between the findings of today and those on record; a decided one is left as decided. */
export function planFindings<Row extends Known>(
  found: readonly Finding[],
  known: readonly Row[],
): FindingPlan<Row> {
  const rows = new Map(known.map((row) => [nameOf(row.ruleKey, row.occasion), row]));
  const findings = new Map(found.map((each) => [nameOf(each.rule, each.occasion), each]));
  const plan: FindingPlan<Row> = { raised: [], lapsed: [], restored: [], changed: [] };
  for (const [name, finding] of findings) {
    const row = rows.get(name);
    if (row === undefined) plan.raised.push(finding);
    else if (row.lapsedAt !== null) plan.restored.push(row);
    else if (row.state === 'proposed' && !isSame(row, finding)) plan.changed.push({ row, finding });
  }
  for (const [name, row] of rows) {
    if (!findings.has(name) && row.lapsedAt === null) plan.lapsed.push(row);
  }
  return plan;
}

const isSame = ({ eventIds, reason }: Known, finding: Finding): boolean =>
  reason.zh === finding.reason.zh && eventIds.join() === finding.eventIds.join();

/** How somebody comes to decide: as the post the rule names, or for it where no account bears it. */
export type DeciderRight = 'post' | 'stands-in';

/** Where nobody's account bears the post, the commission's head in charge decides for it. */
export function rightToDecide(
  grants: readonly Grant[],
  post: { readonly isOwn: boolean; readonly isHeld: boolean },
): DeciderRight | undefined {
  if (post.isOwn) return 'post';
  if (post.isHeld) return undefined;
  return grants.some(({ role }) => role === 'commission-signer') ? 'stands-in' : undefined;
}
