import { Hono } from 'hono';
import * as v from 'valibot';
import { DaySchema } from '#schema/contracts/campaign/dates.ts';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import {
  FigureCatalogueSchema,
  FigureItemsSchema,
  FigureKeySchema,
  FigureListSchema,
  FigureTableSchema,
  OverviewSchema,
  groupings,
} from '#schema/contracts/figures.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { audienceOf } from './audience.domain.ts';
import { listItems } from './usecases/list-items.ts';
import { listCatalogue, readFigures } from './usecases/read-figures.ts';
import { showOverview } from './usecases/show-overview.ts';
import { showTable } from './usecases/show-table.ts';

const basis = { campaign: CampaignIdSchema, asOf: v.optional(DaySchema) };
/** Keys with commas between them. */
const KeysSchema = v.pipe(v.string(), v.maxLength(2000), v.regex(/^[a-z0-9:.,-]+$/));
const place = {
  area: v.optional(v.pipe(v.string(), v.maxLength(60))),
  unit: v.optional(OrganizationIdSchema),
};
const FiguresQuerySchema = v.object({ ...basis, ...place, keys: v.optional(KeysSchema) });
const ItemsQuerySchema = v.object({
  ...basis,
  ...place,
  ...pageQueryEntries,
  figure: FigureKeySchema,
  only: v.optional(v.literal('too-few')),
});
const WordsSchema = v.pipe(v.string(), v.maxLength(400), v.regex(/^[a-z,-]+$/));
/** Choices stand in the address, so that the same table can be asked for again. */
const TableQuerySchema = v.object({
  ...basis,
  keys: KeysSchema,
  by: v.picklist(groupings),
  kinds: v.optional(WordsSchema),
  levels: v.optional(WordsSchema),
  names: v.optional(v.pipe(v.string(), v.maxLength(4000))),
});
const CatalogueQuerySchema = v.object({ campaign: CampaignIdSchema });
const OverviewQuerySchema = v.object(basis);
const known = ['figures.not_found', 'figures.future_day'] as const;

/** `/api/figures`: every number of a campaign as of a moment, and what stands behind it. */
export function createFiguresRoutes() {
  return new Hono<TenantEnv>().route('/', createReadingRoutes()).route('/', createListRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/items',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '一个数背后的清单（按机构序列）',
          en: 'What a figure counted, in official unit order',
        },
        responses: { 200: { schema: FigureItemsSchema } },
        errors: [...known, 'figures.unknown_figure'],
      }),
      validate('query', ItemsQuerySchema),
      async (c) => {
        const { campaign, ...rest } = c.req.valid('query');
        const input = { ...rest, campaignId: campaign };
        return c.json(await listItems({ context: c.var.context, input }));
      },
    )
    .get(
      '/table',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '上级临时要数（选定的数和单位，按单位、按属地或合计）',
          en: 'Chosen figures of chosen units: by unit, by place or in one line',
        },
        responses: { 200: { schema: FigureTableSchema } },
        errors: [...known, 'figures.unknown_figure'],
      }),
      validate('query', TableQuerySchema),
      async (c) => {
        const { campaign, keys, kinds, levels, names, ...rest } = c.req.valid('query');
        const input = {
          ...rest,
          campaignId: campaign,
          keys: keys.split(','),
          audience: audienceOf(kinds, levels),
          names: names?.split(/[\s、，,；;]+/).filter((name) => name !== ''),
        };
        return c.json(await showTable({ context: c.var.context, input }));
      },
    );
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'submissions.read',
        summary: {
          zh: '工作方案的数（口径、截至、链接到清单）',
          en: 'Figures of a campaign with their definitions, as of a moment',
        },
        responses: { 200: { schema: FigureListSchema } },
        errors: [...known, 'figures.unknown_figure'],
      }),
      validate('query', FiguresQuerySchema),
      async (c) => {
        const { campaign, keys, unit, ...rest } = c.req.valid('query');
        const input = {
          ...rest,
          campaignId: campaign,
          keys: keys?.split(','),
          units: unit === undefined ? undefined : [unit],
        };
        return c.json(await readFigures({ context: c.var.context, input }));
      },
    )
    .get(
      '/catalogue',
      describe({
        permission: 'submissions.read',
        summary: { zh: '可以要的数和口径', en: 'What figures there are, and their definitions' },
        responses: { 200: { schema: FigureCatalogueSchema } },
        errors: ['figures.not_found'],
      }),
      validate('query', CatalogueQuerySchema),
      async (c) => {
        const input = { campaignId: c.req.valid('query').campaign };
        return c.json(await listCatalogue({ context: c.var.context, input }));
      },
    )
    .get(
      '/overview',
      describe({
        permission: 'submissions.read',
        summary: { zh: '年度总览', en: 'The year at a glance' },
        responses: { 200: { schema: OverviewSchema } },
        errors: known,
      }),
      validate('query', OverviewQuerySchema),
      async (c) => {
        const { campaign, asOf } = c.req.valid('query');
        const input = { campaignId: campaign, asOf };
        return c.json(await showOverview({ context: c.var.context, input }));
      },
    );
}
