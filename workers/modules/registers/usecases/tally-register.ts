import { selectAudience } from '#plugins/sdk/audience/select.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { EntryEvent } from '#plugins/sdk/registers/entry.ts';
import { versionAsOf } from '#plugins/sdk/registers/standing-move.ts';
import {
  addTotals,
  noTotals,
  rateOf,
  registerRates,
  standingOf,
  totalsOf,
} from '#plugins/sdk/registers/totals.ts';
import type { RegisterTotals } from '#plugins/sdk/registers/totals.ts';
import type { RegisterStatistic } from '#schema/contracts/campaign/indicator.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { listEventsOfRegister } from '../entry-events.repository.ts';
import { entryPageQuery } from '../entry-lists.repository.ts';
import { toEntry } from '../registers.domain.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import { definitionIn, pinnedToEach } from './load-definition.ts';

export type RegisterTally = { numerator: number; denominator: number; units: number };

/**
 * A statistic of a register at the end of a day, from the histories, so that the figure of a cut-off
 * is the same whenever it is asked for. Nothing where the denominator is empty.
 */
export async function tallyRegister(
  db: TenantDatabase,
  version: CampaignVersion,
  asked: { register: string; statistic: RegisterStatistic; asOf: string },
): Promise<RegisterTally | undefined> {
  const definition = definitionIn(version, asked.register);
  if (definition === undefined) return undefined;
  const filter = { register: asked.register, range: { everything: true as const }, embargo: true };
  const [rows, histories] = await Promise.all([
    entryPageQuery(db, filter, { limit: -1 }),
    listEventsOfRegister(db, asked.register),
  ]);
  const stoodOn = (row: StoredEntry, events: readonly EntryEvent[]) =>
    versionAsOf(row.versionHash, events, asked.asOf);
  const hashes = rows.map((row) => stoodOn(row, histories.get(row.id) ?? []));
  const definitionOf = await pinnedToEach(db, definition, hashes);
  const view = { calendar: officialCalendar, today: asked.asOf };
  const counted = rows.map((row) => {
    const events = histories.get(row.id) ?? [];
    const { register } = definitionOf(stoodOn(row, events));
    const totals = totalsOf(standingOf(register, toEntry(row, events), view), asked.asOf);
    return { organizationId: row.organizationId, totals };
  });
  const present = counted.filter(({ totals }) => totals.entries > 0);
  const units = new Set(present.map(({ organizationId }) => organizationId)).size;
  if (asked.statistic === 'unit-coverage') {
    const { audience } = definition.register;
    const book = await readOrganizationBook(db);
    const all = toUnitFacts(book);
    const denominator = audience ? selectAudience(audience, all, asked.asOf).length : all.length;
    return denominator === 0 ? undefined : { numerator: units, denominator, units };
  }
  return statisticOf(counted.map(({ totals }) => totals).reduce(addTotals, noTotals), {
    ...asked,
    units,
  });
}

function statisticOf(
  totals: RegisterTotals,
  { statistic, units }: { statistic: RegisterStatistic; units: number },
): RegisterTally | undefined {
  const rate = registerRates.find((each) => each === statistic);
  if (rate !== undefined) {
    const share = rateOf(totals, rate);
    return share && { ...share, units };
  }
  const count = { entries: totals.entries, due: totals.due, accepted: totals.accepted };
  const numerator = count[statistic as keyof typeof count];
  return { numerator, denominator: 1, units };
}
