import * as v from 'valibot';
import type { AuditActor } from '#schema/contracts/audit.ts';
import { OrganizationDraftSchema } from '#schema/contracts/organizations.ts';
import type { OrganizationDraft, OrganizationRelation } from '#schema/contracts/organizations.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { advanceBook } from '../acts.repository.ts';
import { SINCE_EVER, countMoved, pathsOf } from '../organizations.domain.ts';
import type { RelationLink } from '../organizations.domain.ts';
import {
  createCircleError,
  createDuplicateKeyError,
  createUnknownSuperiorError,
} from '../organizations.errors.ts';
import { UNITS_MOVED } from '../organizations.events.ts';
import {
  findOrganizations,
  insertOrganizations,
  readLinks,
  readPaths,
  readTreeVersion,
  replacePaths,
} from '../organizations.repository.ts';
import type { NewOrganization } from '../organizations.repository.ts';

export type ImportContext = Pick<TenantJobContext, 'db' | 'writer' | 'clock' | 'ids'>;
export type ImportedOrganizations = { units: { key: string; id: string }[] };

/** Brings in units with their relations, in one change; the answer says which key got which id. */
export async function importOrganizations(request: {
  context: ImportContext;
  input: {
    readonly units: readonly OrganizationDraft[];
    readonly actor: AuditActor;
    readonly requestKey?: RequestKey | undefined;
  };
}): Promise<ImportedOrganizations> {
  const { context, input } = request;
  const drafts = v.parse(v.array(OrganizationDraftSchema), input.units);
  const ids = assignIds(context, drafts);
  await assertSuperiorsKnown(context, drafts, ids);
  const units = drafts.map((draft) => toOrganization(draft, ids));
  const at = context.clock.now();
  const today = dayOf(at);
  const treeVersion = await readTreeVersion(context.db);
  const known = await readLinks(context.db, today);
  const paths = pathsOf([...known, ...linksOf(units, today)]);
  if (!paths.ok) throw createCircleError({ values: { key: keyOfId(ids, paths.organizationId) } });
  for (const day of turningDaysOf(units, today)) {
    const later = pathsOf([...(await readLinks(context.db, day)), ...linksOf(units, day)]);
    if (!later.ok) throw createCircleError({ values: { key: keyOfId(ids, later.organizationId) } });
  }
  const moved = countMoved(await readPaths(context.db), paths.paths);
  const answer = { units: [...ids].map(([key, id]) => ({ key, id })) };
  const change = {
    steps: [
      advanceBook(),
      ...insertOrganizations(units, at),
      ...replacePaths(paths.paths, treeVersion),
    ],
    audit: {
      action: 'organization.import' as const,
      actor: input.actor,
      subjectKind: 'organization',
      subjectId: units[0]?.id ?? '',
      at,
      facts: { units: units.map(({ id, name }) => ({ id, name })) },
    },
    events:
      moved === 0 ? [] : [{ type: UNITS_MOVED, subjectId: 'tree', payload: { units: moved } }],
  };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

type Draft = v.InferOutput<typeof OrganizationDraftSchema>;

function assignIds(context: ImportContext, drafts: readonly Draft[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { key } of drafts) {
    if (ids.has(key)) throw createDuplicateKeyError({ values: { key } });
    ids.set(key, context.ids.next('org'));
  }
  return ids;
}

async function assertSuperiorsKnown(
  context: ImportContext,
  drafts: readonly Draft[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const named = drafts.flatMap(({ relations, mergedInto }) => [
    ...relations.map(({ superior }) => superior),
    mergedInto,
  ]);
  const foreign = [...new Set(named)]
    .filter((key) => key !== undefined)
    .filter((key) => !ids.has(key));
  const known = new Set((await findOrganizations(context.db, foreign)).map(({ id }) => id));
  const missing = foreign.find((key) => !known.has(key));
  if (missing !== undefined) throw createUnknownSuperiorError({ values: { key: missing } });
}

function toOrganization(draft: Draft, ids: ReadonlyMap<string, string>): NewOrganization {
  const resolve = (key: string | undefined) => (key === undefined ? null : (ids.get(key) ?? key));
  return {
    id: resolve(draft.key) ?? draft.key,
    code: draft.code ?? null,
    name: draft.name,
    shortName: draft.shortName ?? draft.name,
    order: draft.order,
    kind: draft.kind,
    level: draft.level ?? null,
    ownership: draft.ownership ?? null,
    tags: draft.tags,
    status: draft.status,
    mergedIntoId: resolve(draft.mergedInto),
    openedOn: draft.openedOn ?? null,
    closedOn: draft.closedOn ?? null,
    facts: draft.facts,
    relations: draft.relations.map(({ relation, superior, from, to }): OrganizationRelation => ({
      relation,
      superiorId: resolve(superior),
      from: from ?? draft.openedOn ?? SINCE_EVER,
      to: to ?? null,
    })),
  };
}

/** Days after this one on which one of them comes under another superior. */
function turningDaysOf(units: readonly NewOrganization[], today: string): string[] {
  const days = units.flatMap(({ relations }) => relations.map(({ from }) => from));
  return [...new Set(days.filter((day) => day > today))].toSorted();
}

function linksOf(units: readonly NewOrganization[], day: string): RelationLink[] {
  return units.flatMap(({ id, relations }) =>
    relations
      .filter(({ from, to }) => from <= day && (to === null || to >= day))
      .map(({ relation, superiorId }) => ({ organizationId: id, relation, superiorId })),
  );
}

function keyOfId(ids: ReadonlyMap<string, string>, id: string): string {
  return [...ids].find(([, known]) => known === id)?.[0] ?? id;
}
