import type { BulletinPart, BulletinPartBody, PartMoved } from '#schema/contracts/bulletins.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import {
  deletePart,
  findPart,
  insertPartAfter,
  listParts,
  movePartAfter,
  updatePart,
} from '../bulletin-parts.repository.ts';
import type { StoredPart } from '../bulletin-parts.repository.ts';
import { maxParts } from '../bulletins.domain.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { touchText } from '../bulletins.repository.ts';
import { changeOf, postOf } from './commit-bulletin.ts';
import { loadBulletin } from './load-bulletin.ts';

type Place = { id: string; key: string; requestKey?: RequestKey | undefined };

export function toPart({ key, body, version, changedAt, changedByPost }: StoredPart): BulletinPart {
  return { key, body, version, changedAt, changedByPost };
}

/** A new heading, paragraph or table behind a part, or before all of them. */
export async function addPart(request: {
  context: TenantContext;
  input: {
    id: string;
    after?: string | undefined;
    body: BulletinPartBody;
    requestKey?: RequestKey | undefined;
  };
}): Promise<PartMoved> {
  const { context, input } = request;
  const { db, ids, clock, actor } = context;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  if ((await listParts(db, row.id)).length >= maxParts) {
    throw bulletinsErrors['bulletins.too_many_parts']({ values: { count: maxParts } });
  }
  const key = `p${ids.random('prt').slice(-10)}`;
  const part = {
    bulletinId: row.id,
    key,
    body: input.body,
    version: 1,
    changedAt: clock.now(),
    changedByPost: postOf(actor),
  };
  return commitPart(
    context,
    { id: row.id, key, requestKey: input.requestKey },
    {
      version: 1,
      act: 'add',
      steps: insertPartAfter(part, input.after),
    },
  );
}

/** Saves one part over the version that was seen; other parts are untouched. */
export async function savePart(request: {
  context: TenantContext;
  input: Place & { seenVersion: number; body: BulletinPartBody };
}): Promise<PartMoved> {
  const { context, input } = request;
  const { bulletinId, key } = await loadPlace(context, input);
  const address = { bulletinId, key, version: input.seenVersion };
  const change = {
    body: input.body,
    changedAt: context.clock.now(),
    changedByPost: postOf(context.actor),
  };
  return commitPart(context, input, {
    version: input.seenVersion + 1,
    act: 'write',
    steps: [updatePart(address, change)],
  });
}

export async function removePart(request: {
  context: TenantContext;
  input: Place & { seenVersion: number };
}): Promise<PartMoved> {
  const { context, input } = request;
  const { bulletinId, key } = await loadPlace(context, input);
  return commitPart(context, input, {
    version: input.seenVersion + 1,
    act: 'delete',
    steps: [deletePart({ bulletinId, key, version: input.seenVersion })],
  });
}

/** Another place for a part. Whoever writes in it meanwhile goes on writing. */
export async function movePart(request: {
  context: TenantContext;
  input: Place & { after?: string | undefined };
}): Promise<PartMoved> {
  const { context, input } = request;
  const { bulletinId, key, version } = await loadPlace(context, input);
  if (input.after === key) return { key, version };
  return commitPart(context, input, {
    version,
    act: 'move',
    steps: movePartAfter({ bulletinId, key }, input.after),
  });
}

async function loadPlace(context: TenantContext, { id, key, requestKey }: Place) {
  const row = await loadBulletin(context, id, 'bulletins.draft');
  const part = await findPart(context.db, { bulletinId: row.id, key });
  if (part !== undefined) return part;
  // A repeated deletion finds nothing any more, and is answered as the first one was.
  const replay = await findReplay<PartMoved>(context, requestKey);
  if (replay === undefined) throw bulletinsErrors['bulletins.part_not_found']();
  return { bulletinId: row.id, key, version: replay.version };
}

async function commitPart(
  context: TenantContext,
  { id, key, requestKey }: Place,
  { version, act, steps }: { version: number; act: string; steps: readonly Step[] },
): Promise<PartMoved> {
  const touch = touchText(id, context.actor.personId, context.clock.now());
  const change = changeOf(context, id, {
    action: 'bulletin.save',
    facts: { part: key, act },
    steps: [touch, ...steps],
  });
  try {
    return await commitAnswer(context.writer, change, { answer: { key, version }, requestKey });
  } catch (error) {
    const isStale = error instanceof ProblemError && error.code === 'platform.stale_version';
    throw isStale ? staleError(await findPart(context.db, { bulletinId: id, key })) : error;
  }
}

/** 412 with the part as it stands now, so that nothing typed has to be thrown away. */
function staleError(current: StoredPart | undefined): ProblemError {
  if (current === undefined) return bulletinsErrors['bulletins.part_not_found']();
  return bulletinsErrors['bulletins.stale_part']({
    values: { post: current.changedByPost },
    extras: { current: toPart(current) },
    headers: { etag: etagOf(current.version) },
  });
}
