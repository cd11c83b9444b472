import { addTotals, noTotals } from '#plugins/sdk/registers/totals.ts';
import { holds } from '#schema/contracts/permission.ts';
import type { RegisterBoard, Wall } from '#schema/contracts/registers.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { countByRow, countByUnit } from '../board.repository.ts';
import type { BoardFilter } from '../board.repository.ts';
import { readRangeOf, seesEmbargoed } from '../registers.domain.ts';
import { toRegisterView } from './entry-views.ts';
import { loadDefinition } from './load-definition.ts';
import { seenOf } from './load-entry.ts';

type Request = { context: TenantContext; input: { register: string } };

async function begin({ context, input }: Request) {
  const { actor, db } = context;
  assertHolds(actor, 'registers.read');
  const definition = await loadDefinition(db, input.register);
  const filter: BoardFilter = {
    register: input.register,
    range: readRangeOf(actor, definition.register),
    embargo: seesEmbargoed(actor),
    today: seenOf(context).today,
  };
  const register = toRegisterView(definition, holds(actor, 'registers.record'));
  return { definition, filter, register };
}

/** The counts of a register as of today, unit by unit in official order and in all. */
export async function showBoard(request: Request): Promise<RegisterBoard> {
  const { filter, register } = await begin(request);
  const rows = await countByUnit(request.context.db, filter);
  const units = rows.map(({ organizationId, organizationName, ...counts }) => ({
    organizationId,
    organizationName,
    counts,
  }));
  const total = units.map(({ counts }) => counts).reduce(addTotals, noTotals);
  return { asOf: request.context.clock.now(), register, total, units };
}

/** 挂图作战: every row of the master list with 已销号 41/58; a row is struck off with its last unit. */
export async function showWall(request: Request): Promise<Wall> {
  const { definition, filter, register } = await begin(request);
  const counts = await countByRow(request.context.db, filter);
  const rows = (definition.register.master?.rows ?? []).map(({ key, title, words }) => {
    const found = counts.find(({ row }) => row === key);
    const { closed = 0, total = 0, overdue = 0 } = found ?? {};
    const isClosed = total > 0 && closed === total;
    return {
      row: key,
      title,
      ...(words === undefined ? {} : { words }),
      closed,
      total,
      overdue,
      isClosed,
    };
  });
  return { asOf: request.context.clock.now(), register, rows };
}
