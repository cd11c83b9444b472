import * as v from 'valibot';
import { organizationKinds } from './campaign/audience.ts';
import { InstantSchema } from './ids.ts';
import { invitationStates } from './invitations.ts';
import { OrganizationIdSchema } from './organizations.ts';

/** Roles by which a person fills in for a unit: 联络员. */
export const liaisonRoles = ['hospital-clerk', 'bureau-reviewer'] as const;

/** Asked once, it stands this long before anybody asks again. */
export const liaisonAskStandsMs = 7 * 86_400_000;

/** 已告知系统管理员: when, and by which post. */
export const LiaisonAskSchema = v.object({ at: InstantSchema, byPost: v.string() });
export type LiaisonAsk = v.InferOutput<typeof LiaisonAskSchema>;

export const UnitWithoutLiaisonSchema = v.object({
  id: OrganizationIdSchema,
  name: v.string(),
  kind: v.picklist(organizationKinds),
  /** The unit above it, which files on its behalf. */
  superior: v.nullable(v.string()),
  /** What has been done about it: an invitation that waits. */
  invitation: v.nullable(v.picklist(invitationStates)),
  /** Of the newest invitation to the unit that was asked for. */
  invitedAt: v.nullable(InstantSchema),
  /** The administrators were asked to invite somebody, and nothing has come of it yet. */
  asked: v.nullable(LiaisonAskSchema),
});
export type UnitWithoutLiaison = v.InferOutput<typeof UnitWithoutLiaisonSchema>;

export const UnitsWithoutLiaisonSchema = v.object({
  items: v.array(UnitWithoutLiaisonSchema),
  nextCursor: v.nullable(v.string()),
  /** Of all kinds in the reader's range; the page is of the kind that was asked for. */
  counts: v.array(v.object({ kind: v.picklist(organizationKinds), count: v.number() })),
  asOf: InstantSchema,
});
export type UnitsWithoutLiaison = v.InferOutput<typeof UnitsWithoutLiaisonSchema>;

/** The ask that stands: the reader’s own, or that of whoever was first. */
export const LiaisonAskedSchema = v.object({ id: OrganizationIdSchema, asked: LiaisonAskSchema });
export type LiaisonAsked = v.InferOutput<typeof LiaisonAskedSchema>;
