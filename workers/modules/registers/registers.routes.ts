import { Hono } from 'hono';
import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { countedRelations } from '#schema/contracts/campaign/register.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import { RegisterLevelSchema } from '#schema/contracts/register-level.ts';
import {
  EntryDetailSchema,
  EntryIdSchema,
  EntryListSchema,
  RegisterBoardSchema,
  RegisterListSchema,
  UnmaskEntrySchema,
  WallSchema,
} from '#schema/contracts/registers.ts';
import { AnswersSchema } from '#schema/contracts/submissions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { setETag } from '#workers/platform/http/etag.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createEntryRoutes } from './entry.routes.ts';
import { createHandOverRoutes } from './hand-over.routes.ts';
import { listEntries } from './usecases/list-entries.ts';
import { listRegisters } from './usecases/list-registers.ts';
import { showBoard, showWall } from './usecases/show-board.ts';
import { showEntry } from './usecases/show-entry.ts';
import { showLevel } from './usecases/show-level.ts';
import { unmaskEntry } from './usecases/unmask-entry.ts';
import { createEntryMovesRoutes } from './version-moves.routes.ts';

const FlagSchema = v.optional(v.picklist(['true', 'false']));
const ListQuerySchema = v.object({
  ...pageQueryEntries,
  state: v.optional(KeySchema),
  organization: v.optional(OrganizationIdSchema),
  row: v.optional(KeySchema),
  field: v.optional(KeySchema),
  value: v.optional(v.pipe(v.string(), v.maxLength(100))),
  sort: v.optional(KeySchema),
  descending: FlagSchema,
  number: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/))),
  awaiting: v.optional(v.picklist(['unit', 'office', 'organ'])),
  overdue: FlagSchema,
  open: FlagSchema,
});
const LevelQuerySchema = v.object({
  relation: v.optional(v.picklist(countedRelations)),
  node: v.optional(v.pipe(v.string(), v.maxLength(400), v.regex(/^(?:[a-z0-9_-]+\/)*$/i))),
});
const RegisterParamSchema = v.object({ register: KeySchema });
const EntryParamSchema = v.object({ id: EntryIdSchema });
const unknown = ['registers.unknown_register'] as const;

/** `/api/registers`: the registers, their entries, and what is done with them. */
export function createRegistersRoutes() {
  return new Hono<TenantEnv>()
    .route('/', createEntryMovesRoutes())
    .route('/', createOverviewRoutes())
    .route('/', createRegisterRoutes())
    .route('/', createBoardRoutes())
    .route('/', createReadingRoutes())
    .route('/', createEntryRoutes())
    .route('/', createHandOverRoutes());
}

function createOverviewRoutes() {
  return new Hono<TenantEnv>().get(
    '/',
    describe({
      permission: 'registers.read',
      summary: { zh: '台账一览', en: 'The registers at a glance' },
      responses: { 200: { schema: RegisterListSchema } },
    }),
    async (c) => c.json(await listRegisters({ context: c.var.context })),
  );
}

function createRegisterRoutes() {
  return new Hono<TenantEnv>().get(
    '/:register/entries',
    describe({
      permission: 'registers.read',
      summary: {
        zh: '一本台账的事项（按机构序列、按列明的字段，或超期最久的在前）',
        en: 'The entries of a register: in official unit order, by a listed field, or the longest overdue first',
      },
      responses: { 200: { schema: EntryListSchema } },
      errors: [...unknown, 'registers.not_listed'],
    }),
    validate('param', RegisterParamSchema),
    validate('query', ListQuerySchema),
    async (c) => {
      const { overdue, open, descending, number, ...query } = c.req.valid('query');
      const input = {
        ...c.req.valid('param'),
        ...query,
        ...(number === undefined ? {} : { number: Number(number) }),
        overdue: overdue === 'true',
        open: open === 'true',
        descending: descending === 'true',
      };
      return c.json(await listEntries({ context: c.var.context, input }));
    },
  );
}

function createBoardRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/:register/wall',
      describe({
        permission: 'registers.read',
        summary: {
          zh: '挂图作战：母清单各项的销号情况',
          en: 'The wall chart: how far every row of a master list is',
        },
        responses: { 200: { schema: WallSchema } },
        errors: unknown,
      }),
      validate('param', RegisterParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showWall({ context: c.var.context, input }));
      },
    )
    .get(
      '/:register/level',
      describe({
        permission: 'registers.read',
        summary: {
          zh: '一本台账按主管或属地关系逐级汇总',
          en: 'The totals of a register level by level, in one relation',
        },
        responses: { 200: { schema: RegisterLevelSchema } },
        errors: [...unknown, 'platform.out_of_range'],
      }),
      validate('param', RegisterParamSchema),
      validate('query', LevelQuerySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('query') };
        return c.json(await showLevel({ context: c.var.context, input }));
      },
    )
    .get(
      '/:register/board',
      describe({
        permission: 'registers.read',
        summary: {
          zh: '一本台账今天的情况（按机构序列）',
          en: 'The counts of a register as of today, in official unit order',
        },
        responses: { 200: { schema: RegisterBoardSchema } },
        errors: unknown,
      }),
      validate('param', RegisterParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        return c.json(await showBoard({ context: c.var.context, input }));
      },
    );
}

function createReadingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/entries/:id',
      describe({
        permission: 'registers.read',
        summary: { zh: '一件的全部内容', en: 'Everything of one entry' },
        responses: { 200: { schema: EntryDetailSchema } },
        errors: ['registers.not_found'],
      }),
      validate('param', EntryParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const detail = await showEntry({ context: c.var.context, input });
        setETag(c, detail.summary.version);
        return c.json(detail);
      },
    )
    .post(
      '/entries/:id/unmask',
      describe({
        permission: 'registers.decide',
        summary: {
          zh: '查看隐去的内容（记录理由）',
          en: 'Show what is masked; the reason is kept',
        },
        responses: { 200: { schema: v.object({ answers: AnswersSchema }) } },
        errors: ['registers.not_found', 'platform.out_of_range', 'platform.recused'],
      }),
      validate('param', EntryParamSchema),
      validate('json', UnmaskEntrySchema),
      async (c) => {
        const input = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await unmaskEntry({ context: c.var.context, input }));
      },
    );
}
