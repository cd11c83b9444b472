import * as v from 'valibot';
import { KeySchema } from './keys.ts';

/** 主管 · 属地 · 业务指导 · 干部管理 · 院区 */
export const relationKinds = ['supervision', 'territory', 'guidance', 'cadre', 'campus'] as const;
export type RelationKind = (typeof relationKinds)[number];

export const organizationKinds = [
  'hospital',
  'township-health-centre',
  'community-health-centre',
  'public-health',
  'clinic',
  'bureau',
  'department',
  'other',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const organizationLevels = ['tertiary', 'secondary', 'primary', 'ungraded'] as const;
export const ownerships = ['public', 'private-nonprofit', 'private-profit'] as const;

export type Audience =
  | { kind: OrganizationKind[] }
  | { level: (typeof organizationLevels)[number][] }
  | { ownership: (typeof ownerships)[number][] }
  | { tag: string[] }
  | { fact: string; op: 'eq' | 'ne' | 'ge' | 'le' | 'present'; value?: string | number | boolean }
  | { relation: RelationKind; to: 'tenant' | 'any-bureau' | { organization: string } }
  | { all: Audience[] }
  | { any: Audience[] }
  | { not: Audience };

/**
 * Selects units by kind, level, ownership, tag, dated fact and named relation, never by a hand-kept
 * list only. `relation … to: 'tenant'` means directly under the commission itself.
 */
export const AudienceSchema: v.GenericSchema<Audience> = v.union([
  v.strictObject({ kind: v.array(v.picklist(organizationKinds)) }),
  v.strictObject({ level: v.array(v.picklist(organizationLevels)) }),
  v.strictObject({ ownership: v.array(v.picklist(ownerships)) }),
  v.strictObject({ tag: v.array(KeySchema) }),
  v.strictObject({
    fact: KeySchema,
    op: v.picklist(['eq', 'ne', 'ge', 'le', 'present']),
    value: v.optional(v.union([v.string(), v.pipe(v.number(), v.safeInteger()), v.boolean()])),
  }),
  v.strictObject({
    relation: v.picklist(relationKinds),
    to: v.union([
      v.literal('tenant'),
      v.literal('any-bureau'),
      v.object({ organization: v.string() }),
    ]),
  }),
  v.strictObject({ all: v.array(v.lazy(() => AudienceSchema)) }),
  v.strictObject({ any: v.array(v.lazy(() => AudienceSchema)) }),
  v.strictObject({ not: v.lazy(() => AudienceSchema) }),
]);
