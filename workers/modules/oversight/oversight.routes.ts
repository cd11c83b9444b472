import { Hono } from 'hono';
import * as v from 'valibot';
import { regionLevels } from '#schema/contracts/campaign/branding.ts';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { ComparabilitySchema, ComparisonSchema } from '#schema/contracts/oversight.ts';
import { PeriodSchema } from '#schema/contracts/period.ts';
import { DeliveryReceiptSchema, SnapshotDeliverySchema } from '#schema/contracts/snapshots.ts';
import type { ControlEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { compareRegions } from './usecases/compare-regions.ts';
import { receiveSnapshot } from './usecases/receive-snapshot.ts';
import { showComparability } from './usecases/show-comparability.ts';

const LevelSchema = v.picklist(regionLevels);
const BoardQuerySchema = v.object({
  period: v.optional(PeriodSchema),
  level: v.optional(LevelSchema),
});
const WideLevelSchema = v.picklist([...regionLevels, 'all']);
/** More than one is read too, so that the refusal can say why. */
const ComparisonQuerySchema = v.object({
  period: v.optional(v.union([PeriodSchema, v.array(PeriodSchema)])),
  level: v.optional(v.union([WideLevelSchema, v.array(WideLevelSchema)])),
});
const IndicatorParamSchema = v.object({ key: KeySchema });

/** `/api/oversight` on the higher authority's host: what regions sent, side by side. */
export function createOversightRoutes() {
  return new Hono<ControlEnv>()
    .route('/', createDeliveryRoutes())
    .route('/', createComparingRoutes());
}

function createDeliveryRoutes() {
  return new Hono<ControlEnv>().post(
    '/deliveries',
    describe({
      permission: 'public',
      summary: {
        zh: '接收地区上报数据（以地区签名为凭）',
        en: 'Receive a region’s snapshot, proved by its signature',
      },
      responses: { 200: { schema: DeliveryReceiptSchema } },
      errors: [
        'oversight.unknown_signature',
        'oversight.other_region',
        'oversight.changed_content',
        'oversight.period_open',
        'oversight.already_reported',
        'oversight.wrong_correction',
        'oversight.reused_id',
      ],
    }),
    validate('json', SnapshotDeliverySchema),
    async (c) => {
      const input = c.req.valid('json');
      return c.json(await receiveSnapshot({ context: c.var.visitor, input }));
    },
  );
}

function createComparingRoutes() {
  return new Hono<ControlEnv>()
    .get(
      '/comparability',
      describe({
        permission: 'oversight.compare',
        summary: { zh: '可比性一览', en: 'What can be compared' },
        responses: { 200: { schema: ComparabilitySchema } },
      }),
      validate('query', BoardQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await showComparability({ context: c.var.context, input }));
      },
    )
    .get(
      '/indicators/:key',
      describe({
        permission: 'oversight.compare',
        summary: {
          zh: '同级同期地区在一项可比指标上的情况',
          en: 'Regions of one level and period on a common indicator',
        },
        responses: { 200: { schema: ComparisonSchema } },
        errors: [
          'oversight.unknown_indicator',
          'oversight.levels_not_comparable',
          'oversight.periods_not_comparable',
        ],
      }),
      validate('param', IndicatorParamSchema),
      validate('query', ComparisonQuerySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await compareRegions({ context: c.var.context, input }));
      },
    );
}
