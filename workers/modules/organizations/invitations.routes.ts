import { Hono } from 'hono';
import type { Context } from 'hono';
import * as v from 'valibot';
import { AccountReasonSchema } from '#schema/contracts/accounts.ts';
import { ImportIdSchema } from '#schema/contracts/imports.ts';
import {
  AcceptInvitationSchema,
  InvitationAcceptedSchema,
  InvitationIdSchema,
  InvitationLinkedSchema,
  InvitationMovedSchema,
  InvitationPageSchema,
  InvitedSchema,
  OpenInvitationSchema,
} from '#schema/contracts/invitations.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { createBatchRoutes } from './batches.routes.ts';
import type { BoxEnv } from './import-subject.ts';
import { createImportRoutes } from './imports.routes.ts';
import { acceptInvitation, showInvited } from './usecases/accept-invitation.ts';
import { peopleImportRules } from './usecases/import-people.ts';
import { listInvitations } from './usecases/list-invitations.ts';
import {
  authorizeInvitation,
  linkInvitation,
  openInvitation,
  withdrawInvitation,
} from './usecases/move-invitation.ts';

const IdParamSchema = v.object({ id: InvitationIdSchema });
const ListQuerySchema = v.object({
  ...pageQueryEntries,
  closed: v.optional(v.literal('true')),
  /** Those of one list of people only. */
  batch: v.optional(ImportIdSchema),
});
const moved = { 200: { schema: InvitationMovedSchema } };
const errors = [
  'organizations.invitation_not_found',
  'organizations.invitation_wrong_state',
  'platform.precondition_required',
  'platform.stale_version',
] as const;
const byLink = [
  'organizations.invitation_unknown',
  'organizations.invitation_expired',
  'organizations.invitation_used',
  'organizations.invitation_withdrawn',
] as const;

/** `/api/invitations`: posts for people who have no account yet, from asking to the link. */
export function createInvitationsRoutes() {
  return new Hono<BoxEnv>()
    .route('/imports', createImportRoutes(peopleImportRules))
    .route('/batches', createBatchRoutes())
    .route('/', createAskingRoutes())
    .route('/', createLinkRoutes());
}

function createAskingRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'identity.manage',
        summary: { zh: '邀请', en: 'Invitations' },
        responses: { 200: { schema: InvitationPageSchema } },
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        c.header('cache-control', 'no-store');
        return c.json(await listInvitations({ context: c.var.context, input }));
      },
    )
    .post(
      '/',
      describe({
        permission: 'identity.enroll',
        summary: { zh: '提出邀请，授权后方可制作链接', en: 'Ask for an invitation' },
        responses: { 201: { schema: InvitationMovedSchema } },
        errors: ['organizations.not_found', 'organizations.unlawful_grant'],
      }),
      validate('json', OpenInvitationSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), requestKey: await readRequestKey(c) };
        return c.json(await openInvitation({ context: c.var.context, input }), 201);
      },
    )
    .post(
      '/:id/authorize',
      describe({
        permission: 'identity.authorize',
        summary: { zh: '授权邀请的岗位', en: 'Authorize the post of an invitation' },
        responses: moved,
        errors: [...errors, 'organizations.invitation_own'],
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = {
          ...c.req.valid('param'),
          version: requireIfMatch(c),
          requestKey: undefined,
        };
        return c.json(await authorizeInvitation({ context: c.var.context, input }));
      },
    );
}

function createLinkRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/link',
      describe({
        permission: 'identity.enroll',
        summary: {
          zh: '制作邀请链接，只显示一次，原链接作废',
          en: 'Make the link; answered once, the one before is worthless',
        },
        responses: { 200: { schema: InvitationLinkedSchema } },
        errors,
      }),
      validate('param', IdParamSchema),
      async (c) => {
        const input = { ...c.req.valid('param'), version: requireIfMatch(c) };
        c.header('cache-control', 'no-store');
        return c.json(await linkInvitation({ context: c.var.context, input }));
      },
    )
    .post(
      '/:id/withdraw',
      describe({
        permission: 'identity.manage',
        summary: { zh: '撤销邀请', en: 'Withdraw an invitation' },
        responses: moved,
        errors,
      }),
      validate('param', IdParamSchema),
      validate('json', AccountReasonSchema),
      async (c) => {
        const named = { ...c.req.valid('param'), ...c.req.valid('json') };
        const input = { ...named, version: requireIfMatch(c) };
        return c.json(await withdrawInvitation({ context: c.var.context, input }));
      },
    );
}

/** `/api/invited`: what somebody does with the link alone, carried in a header. */
export function createInvitedRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'public',
        summary: { zh: '凭邀请链接查看岗位', en: 'The post that a link is for' },
        responses: { 200: { schema: InvitedSchema } },
        errors: byLink,
      }),
      async (c) => {
        c.header('cache-control', 'no-store');
        return c.json(await showInvited({ context: c.var.visitor, input: { token: tokenOf(c) } }));
      },
    )
    .post(
      '/acceptance',
      describe({
        permission: 'public',
        summary: {
          zh: '凭邀请链接设置用户名和密码',
          en: 'Take the post with a name and a password',
        },
        responses: { 201: { schema: InvitationAcceptedSchema } },
        errors: [...byLink, 'identity.username_taken', 'identity.weak_password'],
      }),
      validate('json', AcceptInvitationSchema),
      async (c) => {
        const input = { ...c.req.valid('json'), token: tokenOf(c) };
        return c.json(await acceptInvitation({ context: c.var.visitor, input }), 201);
      },
    );
}

const tokenOf = (c: Context): string | undefined =>
  /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
