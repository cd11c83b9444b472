import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import { plusPoints } from '../../points/points.ts';
import { parsePercent, shareOf } from '../../points/ratio.ts';
import { compareText } from '../event-order.ts';
import type { DemeritAccount } from './keep-ledger.ts';

export type DepartmentPoints = { department: string; points: number; entries: string[] };

/**
 * R44 同步到科室: each counted record charges the department it was made in with the ledger's share,
 * rounded half-up by record to 1/10,000 point. Empty for a ledger that does not roll up; a record
 * without a department charges none.
 */
export function rollUp(
  ledger: DemeritLedger,
  accounts: readonly DemeritAccount[],
): DepartmentPoints[] {
  if (ledger.rollUp === undefined) return [];
  const ratio = { numerator: parsePercent(ledger.rollUp.share), denominator: 1_000_000 };
  const departments = new Map<string, DepartmentPoints>();
  for (const { entry, counted, department } of accounts.flatMap(({ lines }) => lines)) {
    if (department === undefined || counted === 0) continue;
    const sum = departments.get(department) ?? { department, points: 0, entries: [] };
    sum.points = plusPoints(sum.points, shareOf(counted, ratio, 1));
    sum.entries.push(entry);
    departments.set(department, sum);
  }
  const all = [...departments.values()];
  for (const { entries } of all) entries.sort(compareText);
  return all.sort((left, right) => compareText(left.department, right.department));
}
