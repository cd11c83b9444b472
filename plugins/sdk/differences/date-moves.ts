import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { describeDifferences } from './differences.ts';

const dates = /^(?:task\/[^/]+\/due|phase\/[^/]+\/(?:from|to))$/u;

/** True where one version differs from another in days of tasks and phases, and in nothing else. */
export function movesDatesOnly(before: Campaign, after: Campaign): boolean {
  const differences = describeDifferences(before, after);
  return differences.length > 0 && differences.every(({ path }) => dates.test(path));
}
