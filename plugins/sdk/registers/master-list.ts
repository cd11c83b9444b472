import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { selectAudience } from '../audience/select.ts';
import type { Day } from '../dates/days.ts';
import { stateOf } from './workflow-of.ts';

export type RowInstance = { row: string; organizationId: string };

/** An entry for each row and each unit of the audience: 60 measures × 41 units. */
export function planInstances(
  register: Register,
  organizations: readonly OrganizationFacts[],
  day: Day,
): RowInstance[] {
  const { master } = register;
  if (master === undefined) return [];
  const units = selectAudience(master.audience, organizations, day);
  return master.rows.flatMap(({ key: row }) =>
    units.map(({ id: organizationId }) => ({ row, organizationId })),
  );
}

export type RowProgress = {
  row: string;
  title: Text;
  /** 已销号 41/58. What never was an entry, or went into another, is in neither. */
  closed: number;
  total: number;
  /** The row itself is struck off: all its instances are. */
  isClosed: boolean;
};

/** How far every row of a master list is; one open unit leaves its row open. */
export function masterProgress(
  register: Register,
  instances: readonly { row: string; state: string }[],
): RowProgress[] {
  const counts = new Map<string, { closed: number; total: number }>();
  for (const { row, state } of instances) {
    const ends = stateOf(register, state)?.ends;
    if (ends === 'merged' || ends === 'void') continue;
    const count = counts.get(row) ?? { closed: 0, total: 0 };
    count.total += 1;
    if (ends === 'closed') count.closed += 1;
    counts.set(row, count);
  }
  return (register.master?.rows ?? []).map(({ key: row, title }) => {
    const { closed, total } = counts.get(row) ?? { closed: 0, total: 0 };
    return { row, title, closed, total, isClosed: total > 0 && closed === total };
  });
}
