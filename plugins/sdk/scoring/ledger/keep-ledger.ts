import type {
  DemeritBand,
  DemeritEntry,
  DemeritLedger,
  DemeritSubject,
} from '#schema/contracts/campaign/demerit-ledger.ts';
import type { Day } from '../../dates/days.ts';
import { parsePoints, plusPoints, printPoints, timesPoints } from '../../points/points.ts';
import { compareText, inOrder } from '../event-order.ts';
import { phraseOf, withDetail, type Phrase } from '../phrases.ts';
import { rangesOf } from './bands.ts';
import { cycleOn, windowStart, type Cycle } from './cycle.ts';

/** One record: its points, and whether the running cycle still counts it. */
export type DemeritLine = {
  entry: string;
  on: Day;
  points: number;
  counted: number;
  clause: string | undefined;
  department: string | undefined;
  reason: Phrase;
};

/** A consequence the points have reached: for a person to decide, never an act by itself. */
export type ReachedBand = { band: DemeritBand; points: number; from: Day; reason: Phrase };

export type DemeritAccount = {
  subject: string;
  cycle: Cycle | null;
  points: number;
  lines: DemeritLine[];
  bands: ReachedBand[];
  /** Records whose tier asks for a penalty beside the points, without one (R30). */
  penaltyMissing: { entry: string; reason: Phrase }[];
  pending: Phrase[];
};

type Tiers = ReadonlyMap<string, { points: number; title: Phrase; penalty: boolean }>;

const units: Record<DemeritLedger['counted'], Phrase> = {
  incident: { zh: '次', en: 'incidents' },
  'person-time': { zh: '人次', en: 'person-times' },
  'specialty-time': { zh: '科目次', en: 'specialty-times' },
};

function tiersOf(ledger: DemeritLedger): Tiers {
  return new Map(
    ledger.tiers.map(({ key, points, title, penalty }) => [
      key,
      { points: parsePoints(points), title: phraseOf(title), penalty: penalty === true },
    ]),
  );
}

function lineOf(
  ledger: DemeritLedger,
  entry: DemeritEntry,
  tier: { points: number; title: Phrase },
): DemeritLine {
  const times = ledger.counted === 'incident' ? 1 : (entry.quantity ?? 1);
  const points = timesPoints(tier.points, times);
  const unit = units[ledger.counted];
  const said = {
    zh: `记${printPoints(points)}分：${tier.title.zh}${times}${unit.zh}`,
    en: `${printPoints(points)} points: ${tier.title.en}, ${times} ${unit.en}`,
  };
  const { id, on, clause, department } = entry;
  const reason = withDetail(said, entry.reason);
  return { entry: id, on, points, counted: points, clause, department, reason };
}

const sumSince = (lines: readonly DemeritLine[], from: Day): number =>
  lines.reduce((sum, { on, points }) => (on >= from ? plusPoints(sum, points) : sum), 0);

function bandsReached(
  ledger: DemeritLedger,
  subject: DemeritSubject,
  lines: readonly DemeritLine[],
  asOf: Day,
): ReachedBand[] {
  return rangesOf(ledger).flatMap(({ band, cycles, low, high }) => {
    const from = windowStart(ledger, subject, { day: asOf, cycles });
    if (from === undefined) return [];
    const points = sumSince(lines, from);
    if (points < low || points > high) return [];
    const title = phraseOf(band.title);
    const told = printPoints(points);
    const reason = {
      zh: `${from}起累计记${told}分：${title.zh}`,
      en: `${told} points since ${from}: ${title.en}`,
    };
    return [{ band, points, from, reason }];
  });
}

function keepAccount(
  ledger: DemeritLedger,
  tiers: Tiers,
  subject: DemeritSubject,
  { entries, asOf }: { entries: readonly DemeritEntry[]; asOf: Day },
): DemeritAccount {
  const account: DemeritAccount = {
    subject: subject.subject,
    cycle: cycleOn(ledger, subject, asOf) ?? null,
    points: 0,
    lines: [],
    bands: [],
    penaltyMissing: [],
    pending: [],
  };
  if (account.cycle === null) {
    account.pending.push({
      zh: '记分周期起始日期尚无数据',
      en: 'the first day of the cycle is not known yet',
    });
  }
  for (const entry of entries) {
    const tier = tiers.get(entry.tier);
    if (tier === undefined) {
      account.pending.push({
        zh: `有记录未列入记分标准（${entry.id}）`,
        en: `a record is of no tier of the standard (${entry.id})`,
      });
      continue;
    }
    account.lines.push(lineOf(ledger, entry, tier));
    if (!tier.penalty || entry.penalty !== undefined) continue;
    account.penaltyMissing.push({
      entry: entry.id,
      reason: {
        zh: '不得以记分代替处罚：尚未登记处罚决定',
        en: 'points never replace a penalty: no decision is on record yet',
      },
    });
  }
  const from = account.cycle?.from;
  for (const line of account.lines) if (from === undefined || line.on < from) line.counted = 0;
  account.points = account.lines.reduce((sum, { counted }) => plusPoints(sum, counted), 0);
  if (account.pending.length === 0) {
    account.bands = bandsReached(ledger, subject, account.lines, asOf);
  }
  return account;
}

/**
 * The accounts of a ledger on a day, in the order of the subjects' names: the same whatever order the
 * records come in, each record once. `keepLedger(ledger, { entries, subjects, asOf: '2024-12-31' })`
 */
export function keepLedger(
  ledger: DemeritLedger,
  {
    entries,
    subjects,
    asOf,
  }: {
    entries: readonly DemeritEntry[];
    subjects: readonly DemeritSubject[];
    asOf: Day;
  },
): DemeritAccount[] {
  const tiers = tiersOf(ledger);
  const known = new Map<string, DemeritSubject>(subjects.map((each) => [each.subject, each]));
  const own = new Map<string, DemeritEntry[]>(subjects.map(({ subject }) => [subject, []]));
  for (const entry of inOrder(entries)) {
    if (entry.on > asOf) continue;
    const list = own.get(entry.subject);
    if (list) list.push(entry);
    else own.set(entry.subject, [entry]);
  }
  return [...own.keys()].sort(compareText).map((name) =>
    keepAccount(ledger, tiers, known.get(name) ?? { subject: name }, {
      entries: own.get(name) ?? [],
      asOf,
    }),
  );
}
