import type { AuditActor } from '#schema/contracts/audit.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { bumpAuthority } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { assertUnit, insertGrants } from '../grants.repository.ts';
import { createSeparatedRolesError, createUnlawfulGrantError } from '../organizations.errors.ts';
import { findGrantFault } from '../roles.ts';
import type { GrantFault } from '../roles.ts';

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

const faultWords: Readonly<Record<GrantFault, Readonly<Record<Locale, string>>>> = {
  elsewhere: {
    'zh-CN': '该角色不属于本站。',
    en: 'This role belongs to another host.',
  },
  'unit-missing': {
    'zh-CN': '该角色须指定单位。',
    en: 'This role needs a unit.',
  },
  'unit-needless': {
    'zh-CN': '该角色属于本委（局）本身，不指定单位。',
    en: 'This role is the commission’s own and names no unit.',
  },
  'reach-too-wide': {
    'zh-CN': '该角色只管本单位，不能包括下属单位。',
    en: 'This role reaches one unit alone, not those under it.',
  },
};

/**
 * Gives posts to persons, all or none, each within what its role means; units must exist. The three
 * administrators stay three people.
 */
export async function giveGrants(request: {
  context: AccountContext & { readonly locale?: Locale };
  input: {
    readonly grants: readonly GrantDraft[];
    readonly actor: AuditActor;
    /** The database of the hosts above the regions has no units and roles of its own. */
    readonly scope?: 'tenant' | 'control';
    readonly reason?: string;
    readonly requestKey?: RequestKey | undefined;
  };
}): Promise<string[]> {
  const { context, input } = request;
  const at = context.clock.now();
  for (const draft of input.grants) assertLawful(draft, input.scope, context.locale);
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
  const unitIds = [...new Set(rows.flatMap(({ organizationId }) => organizationId ?? []))];
  const change = {
    steps: [...unitIds.map(assertUnit), ...insertGrants(rows, at), bumpAuthority(personIds)],
    audit: {
      action: 'grant.give' as const,
      actor: input.actor,
      subjectKind: 'grant',
      subjectId: rows[0]?.id ?? '',
      at,
      facts: {
        ...(input.reason === undefined ? {} : { reason: input.reason }),
        grants: rows.map(({ id, personId, role, organizationId }) => ({
          id,
          personId,
          role,
          organizationId,
        })),
      },
    },
  };
  return commitAnswer(context.writer, change, {
    answer: rows.map(({ id }) => id),
    requestKey: input.requestKey,
    constraints: { 'grants.person_id, grants.separation_class': createSeparatedRolesError },
  });
}

/** Refuses a post that means more than its role, or stands in the wrong place. */
export function assertLawful(
  draft: Omit<GrantDraft, 'personId'>,
  scope: 'tenant' | 'control' = 'tenant',
  locale?: Locale,
): void {
  const fault = findGrantFault(scope, draft);
  if (fault === undefined) return;
  const reason = faultWords[fault][locale ?? 'zh-CN'];
  const path =
    fault === 'elsewhere' ? '/role' : fault === 'reach-too-wide' ? '/relation' : '/organizationId';
  const errors = [{ path, code: `organizations.${fault}`, message: reason }];
  throw createUnlawfulGrantError({ values: { reason }, errors });
}
