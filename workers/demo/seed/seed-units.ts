import { importOrganizations, readOrganizationBook } from '#workers/modules/organizations/index.ts';
import { contextAt, demoActor, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';

/** Brings the units in, unless they are there. */
export async function seedUnits(tenant: DemoTenant): Promise<{ units: number }> {
  const { world, db } = tenant;
  const { units: known } = await readOrganizationBook(db);
  if (known.length > 0) return { units: 0 };
  const units = world.units.map(({ column: _column, ...draft }) => draft);
  const context = contextAt(tenant, morningOf(world, '01-06'));
  await importOrganizations({ context, input: { units, actor: demoActor } });
  return { units: units.length };
}

/** The ids under which the units of a world stand in its database, by their keys. */
export async function readUnitIds({ db, world }: DemoTenant): Promise<ReadonlyMap<string, string>> {
  const { units } = await readOrganizationBook(db);
  const byName = new Map(units.map(({ id, name }) => [name, id]));
  return new Map(
    world.units.flatMap(({ key, name }) => {
      const id = byName.get(name);
      return id === undefined ? [] : [[key, id] as const];
    }),
  );
}
