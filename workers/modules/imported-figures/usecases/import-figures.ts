import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { FigureSource } from '#schema/contracts/imported-figures.ts';
import type { ImportAbout } from '#schema/contracts/imports.ts';
import { daysOfPeriod } from '#schema/contracts/period.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import {
  UnitBook,
  readBookVersion,
  readOrganizationBook,
} from '#workers/modules/organizations/index.ts';
import type {
  ImportRules,
  ImportingContext,
  StoredImport,
  StoredImportRow,
  Taking,
} from '#workers/modules/organizations/index.ts';
import { planFigures } from '../figure-plan.domain.ts';
import type { FigurePlan } from '../figure-plan.domain.ts';
import { sourcesOf } from '../figure-sources.domain.ts';
import { importedFiguresErrors } from '../imported-figures.errors.ts';
import { insertFigureImport, insertValues, readLevel } from '../imported-figures.repository.ts';
import { createFigureReader } from './read-figure-rows.ts';
import { readKnownFigures } from './read-known.ts';
import type { KnownFigures } from './read-known.ts';

type Db = Pick<ImportingContext, 'db'>;

/** 外部系统的指标数: a file of one indicator and period; known all at once, when its last row is in. */
export const figureImportRules: ImportRules = {
  subject: 'figures',
  permission: 'campaigns.draft',
  rowsAChange: 500,
  ownOnly: false,
  forgets: false,
  refusals: [
    'imported-figures.not_found',
    'imported-figures.not_a_source',
    'imported-figures.future',
  ],
  async admit(context, { about, effectiveOn }) {
    if (about === undefined) throw importedFiguresErrors['imported-figures.not_a_source']();
    await loadSource(context, about);
    const today = dayAt(context.clock.now());
    const isToCome = daysOfPeriod(about.period).from > today || (effectiveOn ?? today) > today;
    if (isToCome) throw importedFiguresErrors['imported-figures.future']();
    return about;
  },
  async check(context, job, rows) {
    const about = aboutOf(job);
    const bookVersion = await readBookVersion(context.db);
    const [{ form }, known, { units }] = await Promise.all([
      loadSource(context, about),
      readKnownOf(context, about),
      readOrganizationBook(context.db),
    ]);
    const names = [context.tenant.words.self, ...Object.values(context.tenant.names.full)];
    const self = names.filter((name) => typeof name === 'string');
    const read = createFigureReader({
      book: new UnitBook({ units, facts: [], relations: [] }, ''),
      headings: job.headings,
      self,
    });
    const planned = planFigures({
      form,
      rows: rows.map(read),
      known: new Map(known?.rows.map((row) => [row.organizationId, row])),
      level: known?.level,
    });
    return { rows: planned, bookVersion };
  },
  take: takeFigures,
  async finish(context, job) {
    if (job.taken === 0) return { steps: [], events: [] };
    const { campaignId, indicator, period } = aboutOf(job);
    const { system } = await loadSource(context, aboutOf(job));
    const row = {
      id: job.id,
      campaignId,
      indicator,
      period,
      level: await readLevel(context.db, job.id),
      system,
      dataOn: job.effectiveOn,
      fileName: job.fileName,
      lines: job.taken,
      openedBy: job.openedBy,
      openedByPost: job.openedByPost,
      knownAt: context.clock.now(),
      withdrawnAt: null,
      withdrawnByPost: null,
      withdrawnReason: null,
    } as const;
    return { steps: [insertFigureImport(row)], events: [] };
  },
};

/** What `admit` let in with the job. */
function aboutOf({ id, about }: StoredImport): ImportAbout {
  if (about === null) throw new Error(`import ${id} is about nothing`);
  return about;
}

async function loadSource({ db }: Db, about: ImportAbout): Promise<FigureSource> {
  const row = await findCampaignRow(db, about.campaignId);
  if (row === undefined) throw importedFiguresErrors['imported-figures.not_found']();
  const { campaign } = await loadVersion(db, row.currentHash);
  const source = sourcesOf(campaign).find(({ indicator }) => indicator === about.indicator);
  if (source === undefined) throw importedFiguresErrors['imported-figures.not_a_source']();
  return source;
}

async function readKnownOf(
  { db, clock }: Pick<ImportingContext, 'db' | 'clock'>,
  { campaignId, indicator, period }: ImportAbout,
): Promise<KnownFigures | undefined> {
  const range = { everything: true } as const;
  const wanted = { campaignId, indicators: [indicator], asOf: clock.now(), period };
  const known = await readKnownFigures(db, { ...wanted, day: undefined, range });
  return known.get(indicator);
}

/** Whatever a taking meanwhile made known on another level is not added to. */
async function takeFigures(
  context: ImportingContext,
  job: StoredImport,
  rows: readonly StoredImportRow[],
): Promise<Taking> {
  const known = await readKnownOf(context, aboutOf(job));
  const planned = rows.map(({ row, plan }) => ({ row, plan: planOf(plan) }));
  const isOther = (plan: FigurePlan) => known !== undefined && plan.level !== known.level;
  const good = planned.filter(({ plan }) => !isOther(plan));
  const refused = planned.filter(({ plan }) => isOther(plan));
  return {
    steps: insertValues(
      job.id,
      good.map(({ plan }) => plan),
    ),
    refused: refused.map(({ row }) => row),
  };
}

/** The planner wrote it into the row. */
function planOf(plan: unknown): FigurePlan {
  return plan as FigurePlan;
}
