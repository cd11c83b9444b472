import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import type { UnitColumn } from './region.ts';

/** A unit as it is brought in, and the column it is counted in. */
export type DemoUnit = OrganizationDraft & { readonly column: UnitColumn };

/** The units that every region must have, whatever its size in the demo. */
export const oddities = [
  'two-superiors',
  'campus-elsewhere',
  'private-for-profit',
  'merged',
  'closed-in-june',
  'founded-in-september',
  'clerk-left',
  'foreign-organ',
  'traditional-elsewhere',
  'shared-clerk',
] as const;
export type Oddity = (typeof oddities)[number];
