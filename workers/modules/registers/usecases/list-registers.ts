import type * as v from 'valibot';
import { holds } from '#schema/contracts/permission.ts';
import type { RegisterListSchema } from '#schema/contracts/registers.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { countOpen, countOverdue } from '../board.repository.ts';
import { readRangeOf, seesEmbargoed } from '../registers.domain.ts';
import { listRegisterRows } from '../registers.repository.ts';
import { toRegisterView } from './entry-views.ts';
import { definitionIn } from './load-definition.ts';
import { seenOf } from './load-entry.ts';

/** 台账: every register with how many entries are open and overdue in the reader's range. */
export async function listRegisters(request: {
  context: TenantContext;
}): Promise<v.InferOutput<typeof RegisterListSchema>> {
  const { actor, db } = request.context;
  assertHolds(actor, 'registers.read');
  const { today } = seenOf(request.context);
  const rows = await listRegisterRows(db);
  const registers = await Promise.all(
    rows.map(async ({ key, versionHash }) => {
      const definition = definitionIn(await loadVersion(db, versionHash), key);
      if (definition === undefined) return [];
      const range = readRangeOf(actor, definition.register);
      const filter = { register: key, range, embargo: seesEmbargoed(actor), today };
      const [open, overdue] = await Promise.all([countOpen(db, filter), countOverdue(db, filter)]);
      const view = toRegisterView(definition, holds(actor, 'registers.record'));
      return [{ ...view, open, overdue }];
    }),
  );
  return { registers: registers.flat() };
}
