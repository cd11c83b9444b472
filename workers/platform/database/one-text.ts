import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';

/**
 * All rows of a query in one text, in their order: over the wire and in the Worker a cell costs
 * more than what stands in it. `valuesIn` reads it back.
 */
export function inOneText(columns: readonly SQLWrapper[]): SQL<string> {
  return sql<string>`json_group_array(json_array(${sql.join([...columns], sql`, `)}))`;
}

/** The rows of such a text, by the position of their columns. */
export function valuesIn(text: string | undefined): unknown[][] {
  return text === undefined ? [] : (JSON.parse(text) as unknown[][]);
}
