import { changedParts } from '#plugins/sdk/branding/changed-parts.ts';
import {
  accentContrast,
  isReadableAccent,
  readableAccent,
} from '#plugins/sdk/branding/contrast.ts';
import type { BrandingDesk, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { assertSeen } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { looksOf, siteOf } from '../branding.domain.ts';
import {
  findBrandingChange,
  findEmblem,
  insertBrandingChange,
  listBrandingChanges,
  readLooks,
  updateLooks,
} from '../branding.repository.ts';
import type { TenantContext } from '../context.ts';
import { brandingErrors, createTenantNotProvisionedError } from '../tenants.errors.ts';

type Seen = { seenVersion: number; requestKey?: RequestKey | undefined };
export type BrandingMoved = { version: number; number: number };

/** 品牌与页脚: how the site stands, and every state it had before. */
export async function showBranding(request: { context: TenantContext }): Promise<BrandingDesk> {
  const { context } = request;
  assertCan(context.actor, 'tenant.configure', {});
  const [{ site, version }, changes] = await Promise.all([
    loadSite(context),
    listBrandingChanges(context.db),
  ]);
  return { site, version, changes };
}

/** A new state of the site; an accent that cannot be read on paper is refused. */
export async function saveBranding(request: {
  context: TenantContext;
  input: Seen & { site: SiteBranding };
}): Promise<BrandingMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'tenant.configure', {});
  const replay = await findReplay<BrandingMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  assertReadable(context, input.site.accent);
  await assertEmblemKept(context, input.site.emblem);
  return commit(context, { ...input, restored: null });
}

/** A former state again, as a new one; 0 is what the template brought. */
export async function restoreBranding(request: {
  context: TenantContext;
  input: Seen & { number: number };
}): Promise<BrandingMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'tenant.configure', {});
  const replay = await findReplay<BrandingMoved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const former = await findBrandingChange(context.db, input.number);
  if (former === undefined) throw brandingErrors['tenants.branding_not_found']();
  return commit(context, { ...input, site: former.site, restored: former.number });
}

async function commit(
  context: TenantContext,
  input: Seen & { site: SiteBranding; restored: number | null },
): Promise<BrandingMoved> {
  const { site, restored, seenVersion } = input;
  const before = await loadSite(context);
  assertSeen(before, seenVersion);
  const parts = changedParts(before.site, site);
  if (parts.length === 0) throw brandingErrors['tenants.unchanged']();
  const [newest] = await listBrandingChanges(context.db);
  const at = context.clock.now();
  const number = (newest?.number ?? 0) + 1;
  const { personId, post, name } = context.actor;
  const first = { number: 0, changedBy: null, changedByPost: null, restored: null };
  const now = { number, site, changedBy: personId, changedByPost: post ?? name, restored };
  return commitAnswer(
    context.writer,
    {
      steps: [
        updateLooks(seenVersion, { ...looksOf(site), at }),
        insertBrandingChange({ ...first, site: before.site, changedAt: at }),
        insertBrandingChange({ ...now, changedAt: at }),
      ],
      audit: {
        action: 'tenant.brand',
        actor: { kind: 'person', id: personId },
        subjectKind: 'tenant',
        subjectId: context.tenant.slug,
        at,
        facts: { number, parts, ...(restored === null ? {} : { restored }) },
      },
    },
    {
      answer: { version: seenVersion + 1, number },
      requestKey: input.requestKey,
      currentVersion: async () => (await readLooks(context.db))?.version,
    },
  );
}

async function loadSite({ db }: TenantContext): Promise<{ site: SiteBranding; version: number }> {
  const looks = await readLooks(db);
  if (looks === undefined) throw createTenantNotProvisionedError();
  return { site: siteOf(looks), version: looks.version };
}

function assertReadable({ locale }: TenantContext, accent: string): void {
  if (isReadableAccent(accent)) return;
  const [ratio, nearest] = [accentContrast(accent).toFixed(1), readableAccent(accent)];
  const refused = brandingErrors['tenants.accent_unreadable'];
  const values = { ratio, nearest };
  const entry = {
    path: '/accent',
    code: 'accent-unreadable',
    message: refused({ values }).title(locale),
  };
  throw refused({ values, extras: values, errors: [entry] });
}

async function assertEmblemKept({ db }: TenantContext, hash: string | undefined): Promise<void> {
  if (hash === undefined || (await findEmblem(db, hash)) !== undefined) return;
  throw brandingErrors['tenants.emblem_not_found']();
}
