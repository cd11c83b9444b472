import { Hono } from 'hono';
import * as v from 'valibot';
import { KeySchema } from '#schema/contracts/campaign/keys.ts';
import { CampaignIdSchema } from '#schema/contracts/campaigns.ts';
import { OrganizationIdSchema } from '#schema/contracts/organizations.ts';
import {
  DecideProposalSchema,
  ProposalIdSchema,
  ProposalListSchema,
  ProposalSchema,
  RefreshedSchema,
  RefreshProposalsSchema,
  TakenMeasureSchema,
  proposalShelves,
} from '#schema/contracts/proposals.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { describe } from '#workers/platform/http/describe.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';
import { pageQueryEntries } from '#workers/platform/http/pagination.ts';
import { validate } from '#workers/platform/http/validate.ts';
import { decideProposal, recordMeasure } from './usecases/decide-proposal.ts';
import { listProposals, showProposal } from './usecases/list-proposals.ts';
import { refreshProposals } from './usecases/refresh-proposals.ts';

const ListQuerySchema = v.object({
  ...pageQueryEntries,
  campaign: CampaignIdSchema,
  state: v.optional(v.picklist(proposalShelves)),
  organization: v.optional(OrganizationIdSchema),
  rule: v.optional(KeySchema),
});
const ParamSchema = v.object({ id: ProposalIdSchema });
const acted = [
  'proposals.not_found',
  'proposals.other_post',
  'platform.recused',
  'platform.precondition_required',
  'platform.stale_version',
] as const;

/** `/api/proposals`: what the rules suggest, who decided, what was done. Units see none of it. */
export function createProposalsRoutes() {
  return new Hono<TenantEnv>().route('/', createListRoutes()).route('/', createDecisionRoutes());
}

function createListRoutes() {
  return new Hono<TenantEnv>()
    .get(
      '/',
      describe({
        permission: 'proposals.read',
        summary: { zh: '处置建议（由新到旧）', en: 'Proposed measures, the newest first' },
        responses: { 200: { schema: ProposalListSchema } },
      }),
      validate('query', ListQuerySchema),
      async (c) => {
        const input = c.req.valid('query');
        return c.json(await listProposals({ context: c.var.context, input }));
      },
    )
    .post(
      '/refresh',
      describe({
        permission: 'proposals.decide',
        summary: {
          zh: '按现有事实重新核对（一个单位，或逐批核对全部单位）',
          en: 'Hold the rules against the facts again: one unit, or all of them part by part',
        },
        responses: { 200: { schema: RefreshedSchema } },
        errors: [
          'proposals.unknown_campaign',
          'proposals.unknown_unit',
          'platform.out_of_range',
          'platform.recused',
        ],
      }),
      validate('json', RefreshProposalsSchema),
      async (c) => {
        const input = c.req.valid('json');
        return c.json(await refreshProposals({ context: c.var.context, input }));
      },
    )
    .get(
      '/:id',
      describe({
        permission: 'proposals.read',
        summary: { zh: '一条处置建议', en: 'One proposed measure' },
        responses: { 200: { schema: ProposalSchema } },
        errors: ['proposals.not_found'],
      }),
      validate('param', ParamSchema),
      async (c) => {
        const input = c.req.valid('param');
        const answer = await showProposal({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}

function createDecisionRoutes() {
  return new Hono<TenantEnv>()
    .post(
      '/:id/decision',
      describe({
        permission: 'proposals.decide',
        summary: {
          zh: '采纳，或不采纳并写明理由（由规则指定的岗位）',
          en: 'Accept, or decline with the reason, by the post that the rule names',
        },
        responses: { 200: { schema: ProposalSchema } },
        errors: [
          ...acted,
          'proposals.already_decided',
          'proposals.lapsed',
          'proposals.reason_needed',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', DecideProposalSchema),
      async (c) => {
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const decision = c.req.valid('json');
        const input = { ...c.req.valid('param'), seenVersion, requestKey, decision };
        const answer = await decideProposal({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    )
    .post(
      '/:id/measure',
      describe({
        permission: 'proposals.decide',
        summary: {
          zh: '登记已采取的措施、日期和依据',
          en: 'Record what was done, when and on what basis',
        },
        responses: { 200: { schema: ProposalSchema } },
        errors: [
          ...acted,
          'proposals.not_accepted',
          'proposals.already_taken',
          'proposals.wrong_day',
        ],
      }),
      validate('param', ParamSchema),
      validate('json', TakenMeasureSchema),
      async (c) => {
        const seenVersion = requireIfMatch(c);
        const requestKey = await readRequestKey(c);
        const taken = c.req.valid('json');
        const input = { ...c.req.valid('param'), seenVersion, requestKey, taken };
        const answer = await recordMeasure({ context: c.var.context, input });
        setETag(c, answer.version);
        return c.json(answer);
      },
    );
}
