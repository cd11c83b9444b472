import type { Day } from '#plugins/sdk/dates/days.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { readRangeOf, seesEmbargoed } from '#workers/modules/registers/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { catalogueOf, registersOf } from '../catalogue.domain.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { figuresErrors } from '../figures.errors.ts';
import type { FilingsByArea } from '../filing-areas.repository.ts';
import { momentOf } from '../moment.domain.ts';
import type { Moment } from '../moment.domain.ts';

export type Basis = {
  readonly version: CampaignVersion;
  readonly moment: Moment;
  readonly specs: readonly FigureSpec[];
  readonly filings: Range;
  /** What the reader sees of each register. */
  readonly registers: ReadonlyMap<string, { range: Range; embargo: boolean }>;
  /** Whether the reader sees everything. */
  readonly isWhole: boolean;
};

/** What is to be counted, and for whom. */
export type Counting = {
  readonly context: TenantContext;
  readonly basis: Basis;
  readonly specs: readonly FigureSpec[];
  /** What filings count by area, where that is being read already. */
  readonly filings?: Promise<FilingsByArea>;
};

/** The campaign, the moment and the reader's range of whatever is asked for. */
export async function loadBasis(
  context: TenantContext,
  input: { campaignId: string; asOf?: Day | undefined },
): Promise<Basis> {
  const { actor, db, clock } = context;
  assertHolds(actor, 'submissions.read');
  const moment = momentOf(input.asOf, clock.now());
  if (moment === undefined) throw figuresErrors['figures.future_day']();
  const row = await findCampaignRow(db, input.campaignId);
  if (row === undefined) throw figuresErrors['figures.not_found']();
  const version = await loadVersion(db, row.currentHash);
  const filings = rangeOf(actor, 'submissions.read');
  const { open } = registersOf(version.campaign);
  const embargo = seesEmbargoed(actor);
  const registers = new Map(
    open.map((register) => [register.key, { range: readRangeOf(actor, register), embargo }]),
  );
  const isWhole = filings.everything && embargo;
  return { version, moment, specs: catalogueOf(version.campaign), filings, registers, isWhole };
}

/** The figures of the given keys, all of them where none is given. */
export function chooseSpecs(
  { specs }: Pick<Basis, 'specs'>,
  keys: readonly string[] | undefined,
): readonly FigureSpec[] {
  if (keys === undefined) return specs;
  return keys.map((key) => {
    const spec = specs.find(({ definition }) => definition.key === key);
    if (spec === undefined) throw figuresErrors['figures.unknown_figure']({ values: { key } });
    return spec;
  });
}
