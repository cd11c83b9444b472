import { addWorkingDays } from '#plugins/sdk/dates/calendar.ts';
import { dayAt, dueInstant } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { holds, rangeOf } from '#schema/contracts/permission.ts';
import type { Authority } from '#schema/contracts/permission.ts';
import type { Waiting } from '#schema/contracts/reminders.ts';
import { countRulings } from '#workers/modules/reviews/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { emptyTally, ownAddressees, ownIssuers, ownUnits, waitingOf } from '../waiting.domain.ts';
import type { RangeTally, UnitTally } from '../waiting.domain.ts';
import {
  countPetitions,
  countProposals,
  countReplies,
  countToReview,
  filingTallies,
  listOpenSteps,
  petitionTallies,
  replyTallies,
  signOffTallies,
  unsignedPaperTallies,
  unsignedTallies,
} from '../waiting.repository.ts';

const SOON_DAYS = 3;

export type WaitingContext = Pick<TenantJobContext, 'db' | 'clock'>;

/** What waits for each of some persons: a handful of counts by unit, and one more for each range. */
export async function readWaiting(
  context: WaitingContext,
  persons: readonly Authority[],
): Promise<Map<string, Waiting[]>> {
  const { db } = context;
  const unitIds = [...new Set(persons.flatMap(ownUnits))];
  const [units, steps] = await Promise.all([readUnits(context, unitIds), listOpenSteps(db)]);
  const found = new Map<string, Waiting[]>();
  for (const person of persons) {
    const range = await readRange(db, person);
    found.set(person.personId, waitingOf(person, { units, steps, range }));
  }
  return found;
}

async function readUnits(
  { db, clock }: WaitingContext,
  unitIds: readonly string[],
): Promise<Map<string, UnitTally>> {
  const tallies = new Map<string, UnitTally>();
  if (unitIds.length === 0) return tallies;
  const now = clock.now();
  const soon = dueInstant(addWorkingDays(dayAt(now), SOON_DAYS, officialCalendar));
  const moment = { unitIds, now, soon };
  const [filings, replies, unsigned, papers, petitions, signOffs] = await db.batch([
    filingTallies(db, moment),
    replyTallies(db, moment),
    unsignedTallies(db, unitIds),
    unsignedPaperTallies(db, unitIds),
    petitionTallies(db, unitIds),
    signOffTallies(db, unitIds),
  ]);
  const change = (id: string, alter: (tally: UnitTally) => UnitTally) =>
    tallies.set(id, alter(tallies.get(id) ?? emptyTally));
  for (const row of [...filings, ...replies]) {
    change(row.organizationId, (tally) => ({
      ...tally,
      overdue: tally.overdue + row.overdue,
      soon: tally.soon + row.soon,
      returned: tally.returned + row.returned,
    }));
  }
  for (const { organizationId, signFor } of [...unsigned, ...papers]) {
    change(organizationId, (tally) => ({ ...tally, signFor: tally.signFor + signFor }));
  }
  for (const { organizationId, answers, petitionSign } of petitions) {
    change(organizationId, (tally) => ({ ...tally, answers, petitionSign }));
  }
  for (const { organizationId, role, count } of signOffs) {
    change(organizationId ?? '', (tally) => ({
      ...tally,
      signOff: new Map([...tally.signOff, [role ?? '', count]]),
    }));
  }
  return tallies;
}

async function readRange(db: TenantDatabase, person: Authority): Promise<RangeTally | undefined> {
  const reviews = holds(person, 'submissions.review');
  const decides = holds(person, 'proposals.decide');
  const [issuers, addresseeIds] = [ownIssuers(person), ownAddressees(person)];
  if (!reviews && !decides && issuers.length + addresseeIds.length === 0) return undefined;
  const { recusedFrom } = person;
  const range = rangeOf(person, 'submissions.review');
  const { personId, grants } = person;
  const awayFrom = [
    ...recusedFrom,
    ...grants.flatMap(({ organizationId }) => organizationId ?? []),
  ];
  const [review, rulings, replies, petitions, proposals] = await Promise.all([
    reviews ? countToReview(db, { range, recusedFrom }) : 0,
    reviews ? countRulings(db, { range, personId, awayFrom }) : 0,
    countReplies(db, issuers),
    countPetitions(db, { addresseeIds, recusedFrom }),
    decides ? countProposals(db, rangeOf(person, 'proposals.decide')) : 0,
  ]);
  return { review, rulings, replies, petitions, proposals };
}
