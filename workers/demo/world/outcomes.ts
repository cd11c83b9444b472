import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Random } from './random.ts';

/** A filing as it was opened, before anybody has touched it. */
export type OpenedFiling = {
  readonly id: string;
  readonly taskKey: string;
  readonly occurrence: string;
  readonly unit: string;
  readonly dueOn: string | null;
  readonly dueAt: number | null;
};

/** What has become of a filing by the demo's today. */
export type Outcome =
  | 'accepted'
  | 'nil'
  | 'in-review'
  | 'returned'
  | 'draft'
  | 'signing'
  | 'signed'
  | 'overdue'
  | 'extended'
  | 'exempt'
  | 'untouched';

export type Fate = {
  readonly outcome: Outcome;
  /** Arrived after its due day. */
  readonly late?: boolean;
  /** How often it was sent back. */
  readonly returns?: number;
  readonly deducted?: boolean;
};

export type FateInput = {
  readonly filings: readonly OpenedFiling[];
  readonly now: number;
  readonly random: Random;
  /** The bureau that answers for a unit; its filings are on time 88 to 97 times in a hundred. */
  readonly bureauOf: (unit: string) => string;
  readonly mayBeNil: (taskKey: string) => boolean;
  readonly hospital: string;
  /** The bureau whose reviewer has an account and must have something to do. */
  readonly reviewed: string;
};

/** Of a hundred filings that were due by now. */
const shares = { draft: 10, extended: 3, exempt: 2, nil: 5, returned: 8, 'in-review': 12 } as const;
const leastQueue = 13;
const nearDays = 12;
const dayMs = 24 * 60 * 60 * 1000;

type Sorting = FateInput & { readonly fates: Map<string, Fate>; readonly late: Set<string> };

/** Decides what became of every filing, in the proportions of a usual half-year. */
export function decideFates(input: FateInput): ReadonlyMap<string, Fate> {
  const sorting: Sorting = { ...input, fates: new Map(), late: new Set() };
  const shuffled = input.random.shuffle(input.filings);
  const today = dayAt(input.now);
  const due = shuffled.filter(({ dueOn }) => dueOn !== null && dueOn <= today);
  decideHospital(sorting, today);
  decideLateness(
    sorting,
    due.filter(({ dueAt }) => dueAt !== null && dueAt < input.now),
  );
  decideDue(sorting, due, today);
  decideReturns(sorting, due);
  for (const filing of shuffled) {
    if (!sorting.fates.has(filing.id)) sorting.fates.set(filing.id, decideComing(sorting, filing));
  }
  return sorting.fates;
}

const byDue = (left: OpenedFiling, right: OpenedFiling) =>
  (left.dueAt ?? Infinity) - (right.dueAt ?? Infinity);

/** The house that people look at first has something in every group of its tasks. */
function decideHospital({ filings, hospital, now, fates }: Sorting, today: string): void {
  const own = filings.filter(({ unit }) => unit === hospital).toSorted(byDue);
  const past = own.filter(({ dueAt }) => dueAt !== null && dueAt < now);
  const current = own.filter(({ dueOn }) => dueOn === today);
  const month = own.filter(
    ({ dueOn }) => dueOn !== null && dueOn > today && isSameMonth(dueOn, today),
  );
  const give = (filing: OpenedFiling | undefined, fate: Fate) => {
    if (filing !== undefined && !fates.has(filing.id)) fates.set(filing.id, fate);
  };
  give(past.at(-1), { outcome: 'returned', returns: 1 });
  give(past[0], { outcome: 'accepted', deducted: true });
  give(past[1], { outcome: 'in-review', returns: 1 });
  give(past[2], { outcome: 'accepted', returns: 1 });
  for (const filing of past) give(filing, { outcome: 'accepted' });
  give(current[0], { outcome: 'draft' });
  for (const filing of current) give(filing, { outcome: 'in-review' });
  if (current.length === 0) give(month[0], { outcome: 'draft' });
  give(month.at(-1), { outcome: 'signing' });
  for (const filing of own) give(filing, { outcome: 'untouched' });
}

function isSameMonth(left: string, right: string): boolean {
  return left.slice(0, 7) === right.slice(0, 7);
}

/** Bureau by bureau: so many overdue, so many late, the rest in time. */
function decideLateness(sorting: Sorting, past: readonly OpenedFiling[]): void {
  const { random, bureauOf, fates, late } = sorting;
  const groups = new Map<string, OpenedFiling[]>();
  for (const filing of past) {
    if (fates.has(filing.id)) continue;
    const bureau = bureauOf(filing.unit);
    groups.set(bureau, [...(groups.get(bureau) ?? []), filing]);
  }
  for (const bureau of [...groups.keys()].toSorted()) {
    const group = groups.get(bureau) ?? [];
    const share = random.between(60, 110);
    const most = Math.floor((group.length * 110) / 1000);
    const missed = Math.min(most, Math.round((group.length * share) / 1000));
    const overdue = Math.ceil((missed * 3) / 4);
    for (const filing of group.slice(0, overdue)) fates.set(filing.id, { outcome: 'overdue' });
    for (const filing of group.slice(overdue, missed)) late.add(filing.id);
  }
}

function decideDue(sorting: Sorting, due: readonly OpenedFiling[], today: string): void {
  const { fates, late, mayBeNil, now, random } = sorting;
  const total = due.length;
  const open = () => due.filter(({ id }) => !fates.has(id));
  const take = (outcome: keyof typeof shares, from: readonly OpenedFiling[]) => {
    const had = due.filter(({ id }) => fates.get(id)?.outcome === outcome).length;
    const least = outcome === 'in-review' ? leastQueue : 0;
    const wanted = Math.max(least, Math.round((total * shares[outcome]) / 100)) - had;
    for (const { id } of from.slice(0, Math.max(0, wanted))) {
      fates.set(id, { outcome, ...(late.has(id) ? { late: true } : {}) });
    }
  };
  const isToday = ({ dueOn }: OpenedFiling) => dueOn === today;
  const inTime = () => open().filter(({ id }) => !late.has(id));
  take('draft', inTime().filter(isToday));
  take(
    'extended',
    inTime().toSorted((left, right) => Number(isToday(right)) - Number(isToday(left))),
  );
  take(
    'exempt',
    inTime().filter((filing) => !isToday(filing)),
  );
  take(
    'nil',
    open().filter(({ taskKey, dueOn }) => mayBeNil(taskKey) && dueOn !== null),
  );
  take(
    'returned',
    recentFirst(
      open().filter((filing) => !isToday(filing)),
      random,
    ),
  );
  take('in-review', queueOf(sorting, open()));
  for (const { id, dueAt } of open()) {
    const outcome = dueAt !== null && dueAt < now + dayMs ? 'accepted' : 'untouched';
    fates.set(id, { outcome, ...(late.has(id) ? { late: true } : {}) });
  }
}

/** The last due first; those of one day stay in the order drawn. */
function recentFirst(filings: readonly OpenedFiling[], random: Random): OpenedFiling[] {
  return filings
    .map((filing) => ({ filing, at: (filing.dueAt ?? 0) - random.between(0, 20) * dayMs }))
    .toSorted((left, right) => right.at - left.at)
    .map(({ filing }) => filing);
}

/** What waits for an office: its own reviewer's first, so that the queue is worth opening. */
function queueOf(sorting: Sorting, open: readonly OpenedFiling[]): OpenedFiling[] {
  const recent = recentFirst(open, sorting.random);
  const own = recent.filter(({ unit }) => sorting.bureauOf(unit) === sorting.reviewed);
  const first = new Set(own.slice(0, leastQueue).map(({ id }) => id));
  return [
    ...recent.filter(({ id }) => first.has(id)),
    ...recent.filter(({ id }) => !first.has(id)),
  ];
}

const returnedOnce = 180;
const returnedTwice = 30;

/** Of those that arrived, 18 in a hundred were sent back once, 3 a second time. */
function decideReturns({ fates, bureauOf, reviewed, now }: Sorting, due: readonly OpenedFiling[]) {
  const entries = due.flatMap((filing) => {
    const fate = fates.get(filing.id);
    return fate === undefined ? [] : [{ filing, fate }];
  });
  const arrived = entries.filter(({ fate }) =>
    ['accepted', 'in-review', 'returned', 'nil'].includes(fate.outcome),
  );
  const twice = Math.round((arrived.length * returnedTwice) / 1000);
  for (const { filing, fate } of entries) {
    if (fate.outcome === 'returned') fates.set(filing.id, { ...fate, returns: 1 });
  }
  const known = entries.filter(({ filing }) => (fates.get(filing.id)?.returns ?? 0) > 0).length;
  const wanted = Math.max(0, Math.round((arrived.length * returnedOnce) / 1000) - known);
  const mended = arrived
    .filter(({ filing, fate }) => {
      const hasTime = (filing.dueAt ?? now) < now - dayMs;
      return hasTime && (fate.outcome === 'accepted' || fate.outcome === 'in-review');
    })
    .filter(({ fate }) => fate.returns === undefined && fate.late !== true)
    .map(({ filing, fate }) => ({ filing, fate, own: isOwnQueue(filing, fate) }))
    .toSorted((left, right) => Number(right.own) - Number(left.own));
  const ownFirst = mended.filter(({ own }, index) => !own || index < 2);
  for (const { filing, fate } of ownFirst.slice(0, wanted)) {
    fates.set(filing.id, { ...fate, returns: 1 });
  }
  const again = due.filter(({ id }) => (fates.get(id)?.returns ?? 0) > 0);
  for (const { id, unit } of again.slice(-twice)) {
    const fate = fates.get(id);
    if (fate !== undefined && twice > 0 && fate.outcome !== 'in-review' && unit !== '') {
      fates.set(id, { ...fate, returns: 2 });
    }
  }
  function isOwnQueue({ unit }: OpenedFiling, fate: Fate): boolean {
    return fate.outcome === 'in-review' && bureauOf(unit) === reviewed;
  }
}

/** What is not due yet: some begin early, most wait. */
function decideComing({ now, random }: Sorting, { dueAt }: OpenedFiling): Fate {
  const isNear = dueAt !== null && dueAt < now + nearDays * dayMs;
  if (!isNear) return { outcome: random.happens(25) ? 'draft' : 'untouched' };
  return {
    outcome: random.weigh({
      untouched: 58,
      draft: 22,
      signing: 5,
      signed: 3,
      'in-review': 9,
      accepted: 3,
    }),
  };
}
