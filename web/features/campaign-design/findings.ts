import type { CampaignProblem, CampaignRule, CheckContext } from '#plugins/sdk/check/problem.ts';
import { duplicateKeys } from '#plugins/sdk/check/rules/duplicate-keys.ts';
import { references } from '#plugins/sdk/check/rules/references.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { campaignWith, listOf } from './design-parts.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';

const common: readonly CampaignRule[] = [references, duplicateKeys];

/** The rules that an editor names look at the campaign alone, or at what the editor gives with it. */
type Known = Partial<CheckContext>;

const problemsBy = (
  rule: CampaignRule,
  campaign: Campaign,
  known: Known,
): readonly CampaignProblem[] => {
  try {
    return rule(campaign, known as CheckContext);
  } catch {
    // A figure half typed is no figure; the field itself says so.
    return [];
  }
};

/** What the checker would say of one part, and of places `beside` it, before it is saved. */
export const findingsOf = <K extends DesignKind>(
  campaign: Campaign,
  kind: K,
  body: DesignBodies[K],
  rules: readonly CampaignRule[],
  { known = {}, beside = [] }: { known?: Known; beside?: readonly string[] } = {},
): CampaignProblem[] => {
  const whole = campaignWith(campaign, kind, body);
  const places = [`${listOf(kind)}/${body.key}`, ...beside];
  return [...common, ...rules]
    .flatMap((rule) => problemsBy(rule, whole, known))
    .filter(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)));
};

/** Findings about one item of the part: `fields/…`, a step, a criterion. */
export const findingsAt = (
  findings: readonly CampaignProblem[],
  ...keys: readonly string[]
): CampaignProblem[] => {
  const wanted = new Set(keys);
  return findings.filter(({ path }) =>
    path
      .split('/')
      .slice(2)
      .some((name) => wanted.has(name)),
  );
};
