import type { RelationKind } from '#schema/contracts/campaign/audience.ts';

/** Where nobody knows since when something holds. */
export const SINCE_EVER = '1949-10-01';

export type RelationLink = {
  readonly organizationId: string;
  readonly relation: RelationKind;
  /** Absent: directly under the commission. */
  readonly superiorId: string | null;
};

export type OrganizationPath = {
  readonly relation: RelationKind;
  readonly organizationId: string;
  readonly path: string;
};

export type PathResult =
  | { readonly ok: true; readonly paths: readonly OrganizationPath[] }
  | { readonly ok: false; readonly reason: 'circle'; readonly organizationId: string };

/**
 * One path for each unit and relation: the ids from the top, each followed by `/`. A superior that
 * has no link of its own in the relation stands at the top of it.
 */
export function pathsOf(links: readonly RelationLink[]): PathResult {
  const superiors = new Map<string, string | null>();
  for (const link of links)
    superiors.set(keyOf(link.relation, link.organizationId), link.superiorId);
  const paths: OrganizationPath[] = [];
  for (const { relation, organizationId } of links) {
    const path = climb(superiors, relation, organizationId);
    if (path === undefined) return { ok: false, reason: 'circle', organizationId };
    paths.push({ relation, organizationId, path });
  }
  return { ok: true, paths };
}

/** A person's end of a relation: what sorts under a path, and nothing beside it. */
export function endOfPrefix(path: string): string {
  return `${path.slice(0, -1)}0`;
}

function climb(
  superiors: ReadonlyMap<string, string | null>,
  relation: RelationKind,
  organizationId: string,
): string | undefined {
  const chain: string[] = [];
  let current: string | null = organizationId;
  while (current !== null) {
    if (chain.includes(current)) return undefined;
    chain.unshift(current);
    current = superiors.get(keyOf(relation, current)) ?? null;
  }
  return chain.map((id) => `${id}/`).join('');
}

function keyOf(relation: RelationKind, organizationId: string): string {
  return `${relation}:${organizationId}`;
}

/** How many of the units known before have another place now; new ones have not moved. */
export function countMoved(
  before: readonly OrganizationPath[],
  after: readonly OrganizationPath[],
): number {
  const keyOf = ({ relation, organizationId }: OrganizationPath) => `${relation} ${organizationId}`;
  const known = new Set(before.map(({ organizationId }) => organizationId));
  const places = new Map(before.map((each) => [keyOf(each), each.path]));
  const now = new Map(after.map((each) => [keyOf(each), each.path]));
  const moved = [...before, ...after].filter(
    (each) => known.has(each.organizationId) && places.get(keyOf(each)) !== now.get(keyOf(each)),
  );
  return new Set(moved.map(({ organizationId }) => organizationId)).size;
}
