import type { Handover, HandoverState } from '#schema/contracts/handovers.ts';
import type { Role } from '#schema/contracts/permission.ts';

/** Who looks at a hand-over, or would open one. */
export type Reader = {
  readonly personId: string;
  /** Security administrator: he lets posts be given. */
  readonly authorizes: boolean;
  /** System or security administrator. */
  readonly manages: boolean;
  /** Units whose head the reader is. */
  readonly heads: ReadonlySet<string>;
};

type Post = {
  /** One of the three administrators’. */
  readonly isAdministration: boolean;
  readonly personId: string;
  readonly role: Role;
  readonly organizationId: string | null;
};

const isUnitStaff = (role: Role) => role === 'hospital-clerk' || role === 'hospital-department';

/**
 * The own post, the clerk's and departments' by the head of the unit, any by the security
 * administrator. An administrator's own post is given and ended, never handed on.
 */
export function mayHandOver(reader: Reader, post: Post): boolean {
  if (post.isAdministration) return false;
  if (reader.authorizes && post.personId !== reader.personId) return true;
  if (post.personId === reader.personId) return true;
  const { organizationId } = post;
  return organizationId !== null && isUnitStaff(post.role) && reader.heads.has(organizationId);
}

type Standing = {
  readonly state: HandoverState;
  readonly role: Role;
  readonly organizationId: string | null;
  readonly fromId: string;
  readonly toId: string;
  readonly openedBy: string;
};

const isPending = (state: HandoverState) => state !== 'settled' && state !== 'withdrawn';

/** Whoever gives, takes, asked for, leads the unit, or administers accounts. */
export function maySee(reader: Reader, handover: Standing): boolean {
  const { fromId, toId, openedBy, organizationId } = handover;
  if (reader.manages || [fromId, toId, openedBy].includes(reader.personId)) return true;
  return organizationId !== null && reader.heads.has(organizationId);
}

/** What a reader may do with a hand-over as it stands; nobody authorizes what he gives or takes. */
export function actsOf(reader: Reader, handover: Standing): Handover['may'] {
  const { state, fromId, toId, openedBy } = handover;
  const isParty = [fromId, toId].includes(reader.personId);
  const leads = reader.authorizes || openedBy === reader.personId || fromId === reader.personId;
  return [
    ...(state === 'asked' && reader.authorizes && !isParty ? (['authorize'] as const) : []),
    ...(state === 'authorized' && toId === reader.personId ? (['acknowledge'] as const) : []),
    ...(isPending(state) && leads ? (['withdraw'] as const) : []),
  ];
}
