import type { AuditActor } from '#schema/contracts/audit.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { bumpAuthority } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { insertGrants } from '../grants.repository.ts';
import { createSeparatedRolesError } from '../organizations.errors.ts';

export type GrantDraft = {
  readonly personId: string;
  readonly role: Role;
  /** Absent: the commission itself, everything. */
  readonly organizationId?: string;
  /** Absent: the unit alone; named: what stands under it in that relation too. */
  readonly relation?: RelationKind;
  readonly tasks?: readonly string[];
  readonly sections?: readonly string[];
  readonly from?: string;
  readonly to?: string;
};

/** Gives posts to persons, all or none; the three administrators stay three people. */
export async function giveGrants(request: {
  context: AccountContext;
  input: { readonly grants: readonly GrantDraft[]; readonly actor: AuditActor };
}): Promise<string[]> {
  const { context, input } = request;
  const at = context.clock.now();
  const rows = input.grants.map((draft) => ({
    id: context.ids.next('grt'),
    personId: draft.personId,
    role: draft.role,
    relation: draft.relation ?? null,
    organizationId: draft.organizationId ?? null,
    tasks: draft.tasks ?? null,
    sections: draft.sections ?? null,
    from: draft.from ?? dayOf(at),
    to: draft.to ?? null,
  }));
  const personIds = [...new Set(rows.map(({ personId }) => personId))];
  const change = {
    steps: [...insertGrants(rows, at), bumpAuthority(personIds)],
    audit: {
      action: 'grant.give' as const,
      actor: input.actor,
      subjectKind: 'grant',
      subjectId: rows[0]?.id ?? '',
      at,
      facts: {
        grants: rows.map(({ id, personId, role, organizationId }) => ({
          id,
          personId,
          role,
          organizationId,
        })),
      },
    },
  };
  await commitOrThrow(context.writer, change, {
    constraints: { 'grants.person_id, grants.separation_class': createSeparatedRolesError },
  });
  return rows.map(({ id }) => id);
}
