import { outboxHandled } from '#schema/tables/tenant/core.table.ts';
import type { Step } from '../database/change.ts';
import { build, toStatement } from '../database/statement.ts';

/**
 * The step by which a handler's own change says that it is done: with it the change is refused
 * when the event was handled before, so that an event works once however often it is delivered.
 */
export function markHandled(eventId: string, handler: string): Step {
  return { statement: toStatement(build.insert(outboxHandled).values({ eventId, handler })) };
}
