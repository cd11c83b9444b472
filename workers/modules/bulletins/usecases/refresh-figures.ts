import { withFigures } from '#plugins/sdk/bulletins/text.ts';
import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { BulletinMoved, FigureChanges, FrozenFigure } from '#schema/contracts/bulletins.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { updatePart } from '../bulletin-parts.repository.ts';
import { figureChanges, readAgain } from '../bulletins.domain.ts';
import { touchText } from '../bulletins.repository.ts';
import { commitBulletin, postOf } from './commit-bulletin.ts';
import type { Act } from './commit-bulletin.ts';
import { assertSeen, loadWhole } from './load-bulletin.ts';
import type { WholeBulletin } from './load-bulletin.ts';
import { readFrozen } from './read-frozen.ts';
import { assertDrafting } from './save-head.ts';

function readFor(context: TenantContext, { row }: WholeBulletin, asOf: string | undefined) {
  return readFrozen(context, { campaign: row.campaignId ?? undefined, asOf });
}

/** 更新到…: what would change, before anything does. */
export async function previewFigures(request: {
  context: TenantContext;
  input: { id: string; asOf?: string | undefined };
}): Promise<FigureChanges> {
  const { context, input } = request;
  const whole = await loadWhole(context, input.id, 'bulletins.draft');
  const read = await readFor(context, whole, input.asOf);
  return {
    asOf: read[0]?.asOf ?? context.clock.now(),
    textVersion: whole.row.textVersion,
    changes: figureChanges(whole.parts, read),
  };
}

/** Every figure read anew in one change, over the text that was previewed and no newer one. */
export async function refreshFigures(request: {
  context: TenantContext;
  input: Act & { asOf?: string | undefined; textVersion: number };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  const whole = await loadWhole(context, input.id, 'bulletins.draft');
  const replay = await findReplay<BulletinMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { row } = whole;
  assertSeen(row, input.seenVersion);
  assertDrafting(row);
  if (row.textVersion !== input.textVersion) throw platformErrors['platform.stale_version']();
  const read = await readFor(context, whole, input.asOf);
  const steps = rewrite(context, whole, read);
  return commitBulletin(context, row, {
    update: { asOf: input.asOf ?? null },
    withText: true,
    action: 'bulletin.refresh',
    facts: { asOf: input.asOf, parts: steps.length },
    steps: [touchText(row.id, context.actor.personId, context.clock.now()), ...steps],
    requestKey: input.requestKey,
  });
}

function rewrite(context: TenantContext, { parts }: WholeBulletin, read: readonly FrozenFigure[]) {
  const changed = { changedAt: context.clock.now(), changedByPost: postOf(context.actor) };
  return parts.flatMap((part) => {
    const body = withFigures(part.body, (figure) => readAgain(figure, read));
    const isSame = canonicalJson(body) === canonicalJson(part.body);
    return isSame ? [] : [updatePart(part, { body, ...changed })];
  });
}
