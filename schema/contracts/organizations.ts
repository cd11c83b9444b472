import * as v from 'valibot';
import {
  organizationKinds,
  organizationLevels,
  ownerships,
  relationKinds,
} from './campaign/audience.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { VersionSchema, idSchema } from './ids.ts';
import { FormerNameSchema, OrganizationActSchema } from './organization-acts.ts';

export const OrganizationIdSchema = idSchema('org');

export const organizationStatuses = ['open', 'closed', 'merged'] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
const OrderSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const CodeSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40));

/** Something true of a unit for a time, such as its number of beds. */
export const OrganizationFactSchema = v.object({
  key: KeySchema,
  value: v.union([
    v.pipe(v.string(), v.maxLength(200)),
    v.pipe(v.number(), v.safeInteger()),
    v.boolean(),
  ]),
  from: DaySchema,
  to: v.nullable(DaySchema),
});
export type OrganizationFact = v.InferOutput<typeof OrganizationFactSchema>;

/** Under whom a unit stands in one relation for a time; no superior means the commission itself. */
export const OrganizationRelationSchema = v.object({
  relation: v.picklist(relationKinds),
  superiorId: v.nullable(v.string()),
  from: DaySchema,
  to: v.nullable(DaySchema),
});
export type OrganizationRelation = v.InferOutput<typeof OrganizationRelationSchema>;

export const OrganizationSchema = v.object({
  id: OrganizationIdSchema,
  name: NameSchema,
  shortName: NameSchema,
  order: OrderSchema,
  kind: v.picklist(organizationKinds),
  level: v.nullable(v.picklist(organizationLevels)),
  ownership: v.nullable(v.picklist(ownerships)),
  tags: v.array(KeySchema),
  status: v.picklist(organizationStatuses),
  mergedIntoId: v.nullable(v.string()),
  openedOn: v.nullable(DaySchema),
  closedOn: v.nullable(DaySchema),
  paths: v.partial(
    v.object({
      supervision: v.string(),
      territory: v.string(),
      guidance: v.string(),
      cadre: v.string(),
      campus: v.string(),
    }),
  ),
  version: VersionSchema,
  /** 机构编码 */
  code: v.optional(v.nullable(v.string())),
});
export type Organization = v.InferOutput<typeof OrganizationSchema>;

export const OrganizationDetailSchema = v.object({
  ...OrganizationSchema.entries,
  facts: v.array(OrganizationFactSchema),
  relations: v.array(OrganizationRelationSchema),
  formerNames: v.optional(v.array(FormerNameSchema)),
  acts: v.optional(v.array(OrganizationActSchema)),
});
export type OrganizationDetail = v.InferOutput<typeof OrganizationDetailSchema>;

/** A unit as it is brought in; `key` is the caller's own name for it inside one import. */
export const OrganizationDraftSchema = v.object({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  code: v.optional(CodeSchema),
  name: NameSchema,
  shortName: v.optional(NameSchema),
  order: OrderSchema,
  kind: v.picklist(organizationKinds),
  level: v.optional(v.picklist(organizationLevels)),
  ownership: v.optional(v.picklist(ownerships)),
  tags: v.optional(v.array(KeySchema), []),
  status: v.optional(v.picklist(organizationStatuses), 'open'),
  mergedInto: v.optional(v.string()),
  openedOn: v.optional(DaySchema),
  closedOn: v.optional(DaySchema),
  facts: v.optional(v.array(OrganizationFactSchema), []),
  /** `superior` is a key of this import or the id of a known unit; absent means the commission. */
  relations: v.array(
    v.object({
      relation: v.picklist(relationKinds),
      superior: v.optional(v.string()),
      from: v.optional(DaySchema),
      to: v.optional(v.nullable(DaySchema)),
    }),
  ),
});
export type OrganizationDraft = v.InferInput<typeof OrganizationDraftSchema>;

export const ImportOrganizationsSchema = v.object({
  units: v.pipe(v.array(OrganizationDraftSchema), v.minLength(1), v.maxLength(1000)),
});

export const OrganizationPageSchema = v.object({
  items: v.array(OrganizationSchema),
  nextCursor: v.nullable(v.string()),
});
export type OrganizationPage = v.InferOutput<typeof OrganizationPageSchema>;
