import { dayOf } from '#workers/platform/clock.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { countMoved, pathsOf } from '../organizations.domain.ts';
import { createCircleError } from '../organizations.errors.ts';
import { UNITS_MOVED } from '../organizations.events.ts';
import {
  readLinks,
  readPaths,
  readTreeVersion,
  replacePaths,
} from '../organizations.repository.ts';
import type { ImportContext } from './import-organizations.ts';

async function planPaths({ db, clock }: ImportContext) {
  const treeVersion = await readTreeVersion(db);
  const [links, before] = await Promise.all([readLinks(db, dayOf(clock.now())), readPaths(db)]);
  const result = pathsOf(links);
  if (!result.ok) throw createCircleError({ values: { key: result.organizationId } });
  return { treeVersion, paths: result.paths, moved: countMoved(before, result.paths) };
}

/** Recomputes the paths from the relations in force today: a dated relation begins or ends. */
export async function refreshPaths(request: { context: ImportContext }): Promise<number> {
  return replaceBy(request.context, await planPaths(request.context));
}

/** The same where a unit has moved since, and nothing written where none has. */
export async function followDates(context: ImportContext): Promise<number> {
  const plan = await planPaths(context);
  if (plan.moved > 0) await replaceBy(context, plan);
  return plan.moved;
}

async function replaceBy(
  { writer, clock }: ImportContext,
  { treeVersion, paths, moved }: Awaited<ReturnType<typeof planPaths>>,
): Promise<number> {
  await commitOrThrow(writer, {
    steps: replacePaths(paths, treeVersion),
    audit: {
      action: 'organization.move',
      actor: { kind: 'system', id: 'refresh-paths' },
      subjectKind: 'organization',
      subjectId: 'tree',
      at: clock.now(),
      facts: { paths: paths.length, moved },
    },
    ...(moved === 0
      ? {}
      : { events: [{ type: UNITS_MOVED, subjectId: 'tree', payload: { units: moved } }] }),
  });
  return paths.length;
}
