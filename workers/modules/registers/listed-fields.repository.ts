import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { registerEntries } from '#schema/tables/tenant/registers.table.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import {
  dropJsonFieldIndex,
  jsonField,
  jsonFieldIndex,
} from '#workers/platform/database/json-field.ts';

/** What an index of a listed field looks like; another number makes all of them anew. */
const shape = 1;
const prefix = `ix_listed_${shape}_`;
const ofAnyShape = 'ix_listed_';

export type ListedFields = { register: string; fields: readonly string[] };

/** The answer to a listed field, in the words of its index. */
export function listedField(key: string): SQL {
  return jsonField(registerEntries.answers, key);
}

/** The name of the index of one field of one register; keys are longer than a name may be. */
export async function listedIndexName({ register, field }: { register: string; field: string }) {
  const hash = await hashHex(`${register} ${field}`);
  return `${prefix}${hash.slice(0, 24)}`;
}

/** The indexes of listed fields that a tenant has, by name. */
export async function readListedIndexes(db: TenantDatabase): Promise<string[]> {
  const rows = await db.all<{ name: string }>(
    sql`select name from sqlite_master where type = 'index' and name glob ${`${ofAnyShape}*`}
      order by name`,
  );
  return rows.map(({ name }) => name);
}

/** What is missing is made, what no register lists any more is taken away. */
export async function alignListedIndexes(
  existing: readonly string[],
  lists: readonly ListedFields[],
): Promise<{ made: string[]; dropped: string[]; steps: Step[] }> {
  const wanted = new Map<string, Step>();
  for (const { register, fields } of lists) {
    for (const field of fields) {
      const name = await listedIndexName({ register, field });
      wanted.set(name, { statement: indexOf(name, register, field) });
    }
  }
  const made = [...wanted.keys()].filter((name) => !existing.includes(name));
  const dropped = existing.filter((name) => !wanted.has(name));
  const steps = [
    ...dropped.map((name) => ({ statement: dropJsonFieldIndex(name) })),
    ...[...wanted].flatMap(([name, step]) => (made.includes(name) ? [step] : [])),
  ];
  return { made, dropped, steps };
}

function indexOf(name: string, register: string, field: string) {
  const { answers, organizationOrder, number, registerKey } = registerEntries;
  return jsonFieldIndex({
    name,
    column: answers,
    keys: [field],
    following: [organizationOrder, number],
    owner: { column: registerKey, id: register },
  });
}
