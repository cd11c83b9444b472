import * as v from 'valibot';

/** Units stand elsewhere in a relation's tree than before: `{ units }` counts them. */
export const UNITS_MOVED = 'organization.moved';

/** A unit is closed or merged for good: what it has in hand is passed on or let go. */
export const UNIT_ENDED = 'organization.ended';
export const UnitEndedSchema = v.object({
  organizationId: v.string(),
  intoId: v.nullable(v.string()),
  into: v.nullable(v.string()),
  on: v.string(),
  reason: v.string(),
});
export type UnitEnded = v.InferOutput<typeof UnitEndedSchema>;

/** The reason that what is let go carries. */
export const endingReason = ({ into, on, reason }: UnitEnded): string =>
  into === null ? `单位自${on}停业：${reason}` : `单位自${on}并入${into}：${reason}`;

/** A post has gone to another account: what was asked of the one is asked of the other. */
export const POST_HANDED_OVER = 'post.handed-over';
export const PostHandedOverSchema = v.object({
  handoverId: v.string(),
  fromId: v.string(),
  toId: v.string(),
  toPost: v.string(),
  role: v.string(),
  organizationId: v.nullable(v.string()),
});
export type PostHandedOver = v.InferOutput<typeof PostHandedOverSchema>;

/** Somebody has joined by a link and left a phone: closed about the invitation, not yet a contact. */
export const PERSON_JOINED = 'person.joined';
export const PersonJoinedSchema = v.object({
  invitationId: v.string(),
  personId: v.string(),
  sealed: v.string(),
  masked: v.string(),
});

/** A unit has nobody who fills in; the system administrators are asked to invite somebody. */
export const LIAISON_WANTED = 'liaison.wanted';
export const LiaisonWantedSchema = v.object({
  organizationId: v.string(),
  unit: v.string(),
  byPost: v.string(),
  on: v.string(),
});
