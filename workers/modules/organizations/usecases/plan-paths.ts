import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { dayOf } from '#workers/platform/clock.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { countMoved, pathsOf } from '../organizations.domain.ts';
import type { RelationLink } from '../organizations.domain.ts';
import { createCircleError } from '../organizations.errors.ts';
import { UNITS_MOVED } from '../organizations.events.ts';
import {
  readLinks,
  readPaths,
  readTreeVersion,
  replacePaths,
} from '../organizations.repository.ts';

export type PlannedPaths = {
  readonly steps: readonly Step[];
  readonly events: readonly OutboxEventDraft[];
  readonly paths: number;
  readonly moved: number;
};

/** Where every unit stands once `change` has been made to the links in force today. */
export async function planPaths(
  { db, clock }: Pick<TenantJobContext, 'db' | 'clock'>,
  change: (links: readonly RelationLink[], today: string) => readonly RelationLink[] = (links) =>
    links,
): Promise<PlannedPaths> {
  const treeVersion = await readTreeVersion(db);
  const today = dayOf(clock.now());
  const [links, before] = await Promise.all([readLinks(db, today), readPaths(db)]);
  const result = pathsOf(change(links, today));
  if (!result.ok) throw createCircleError({ values: { key: result.organizationId } });
  const moved = countMoved(before, result.paths);
  const payload = { units: moved };
  return {
    steps: replacePaths(result.paths, treeVersion),
    events: moved === 0 ? [] : [{ type: UNITS_MOVED, subjectId: 'tree', payload }],
    paths: result.paths.length,
    moved,
  };
}
