import * as v from 'valibot';
import { GrantSchema } from '#schema/contracts/permission.ts';
import type { Grant, Permission, Role } from '#schema/contracts/permission.ts';

const storedGrantsSchema = v.array(
  v.object({
    ...v.omit(GrantSchema, ['permissions', 'tasks', 'sections']).entries,
    tasks: v.nullable(v.array(v.string())),
    sections: v.nullable(v.array(v.string())),
  }),
);
const recusalsSchema = v.array(v.string());

/** Grants and ties as a statement gathered them, with what each role permits. */
export function readAuthority(
  row: { grants: string; recusals: string },
  permissionsOf: (role: Role) => readonly Permission[],
): { grants: Grant[]; ties: string[] } {
  const grants = v
    .parse(storedGrantsSchema, JSON.parse(row.grants))
    .map(({ tasks, sections, ...grant }): Grant => ({
      ...grant,
      ...(tasks ? { tasks } : {}),
      ...(sections ? { sections } : {}),
      permissions: [...permissionsOf(grant.role)],
    }));
  return { grants, ties: v.parse(recusalsSchema, JSON.parse(row.recusals)) };
}
