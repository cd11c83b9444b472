import { dayOf } from '#workers/platform/clock.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { pathsOf } from '../organizations.domain.ts';
import { createCircleError } from '../organizations.errors.ts';
import { readLinks, readTreeVersion, replacePaths } from '../organizations.repository.ts';
import type { ImportContext } from './import-organizations.ts';

/** Recomputes the paths from the relations in force today: a dated relation begins or ends. */
export async function refreshPaths(request: { context: ImportContext }): Promise<number> {
  const { db, writer, clock } = request.context;
  const at = clock.now();
  const treeVersion = await readTreeVersion(db);
  const result = pathsOf(await readLinks(db, dayOf(at)));
  if (!result.ok) throw createCircleError({ values: { key: result.organizationId } });
  await commitOrThrow(writer, {
    steps: replacePaths(result.paths, treeVersion),
    audit: {
      action: 'organization.move',
      actor: { kind: 'system', id: 'refresh-paths' },
      subjectKind: 'organization',
      subjectId: 'tree',
      at,
      facts: { paths: result.paths.length },
    },
  });
  return result.paths.length;
}
