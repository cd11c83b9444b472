import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { goodIssue, importInto, thisYear } from './campaigns.fixtures.ts';
import { openDraft } from './usecases/open-draft.ts';

type Given = Parameters<RouteSample>[0];
type Made = { campaignId: string; draftId: string };

const made = new Map<string, Promise<Made>>();

async function make({ site }: Given): Promise<Made> {
  const { campaignId } = await importInto(site);
  const context = await createTestContext(site, 'drafter');
  const { id } = await openDraft({ context, input: { from: 'version', campaignId } });
  return { campaignId, draftId: id };
}

/** One campaign and one draft amending it, made once in a site. */
function madeIn(given: Given): Promise<Made> {
  const { namespace } = given.site.database;
  const making = made.get(namespace) ?? make(given);
  made.set(namespace, making);
  return making;
}

/** The sample of a route that names one draft. */
const onDraft =
  (json?: unknown, params: Record<string, string> = {}): RouteSample =>
  async (given) => ({
    params: { id: (await madeIn(given)).draftId, ...params },
    ...(json === undefined ? {} : { json }),
  });

const onCampaign: RouteSample = async (given) => ({
  params: { id: (await madeIn(given)).campaignId },
});

const [task] = thisYear().tasks;
const onTask = { kind: 'task', key: task?.key ?? '' };

export const campaignsSamples: RouteSamples = {
  'GET /api/campaigns/:id': onCampaign,
  'GET /api/campaigns/:id/versions': onCampaign,
  'GET /api/campaigns/:id/pack': onCampaign,
  'POST /api/campaigns/:id/move-date': async (given) => ({
    params: { id: (await madeIn(given)).campaignId },
    json: { kind: 'task', key: onTask.key, date: 'due', on: '2026-11-17', reason: '会议改期' },
  }),
  'POST /api/campaigns/drafts/import': async () => ({ json: { file: '{}' }, foreignStatus: 422 }),
  'POST /api/campaigns/drafts': async (given) => ({
    json: { from: 'version', campaignId: (await madeIn(given)).campaignId },
    foreignStatus: 404,
  }),
  'GET /api/campaigns/drafts/:id': onDraft(),
  'GET /api/campaigns/drafts/:id/checks': onDraft(),
  'GET /api/campaigns/drafts/:id/burden': onDraft(),
  'GET /api/campaigns/drafts/:id/changes': onDraft(),
  'POST /api/campaigns/drafts/:id/discard': onDraft({}),
  'POST /api/campaigns/drafts/:id/parts': onDraft({ kind: 'task', body: { ...task, key: 'new' } }),
  'POST /api/campaigns/drafts/:id/parts/change': onDraft({
    add: [{ kind: 'task', body: { ...task, key: 'another' } }],
  }),
  'PUT /api/campaigns/drafts/:id/parts/:kind/:key': onDraft(task, onTask),
  'DELETE /api/campaigns/drafts/:id/parts/:kind/:key': onDraft(undefined, onTask),
  'POST /api/campaigns/drafts/:id/submit': onDraft({}),
  'POST /api/campaigns/drafts/:id/approval/sign': onDraft({ stepKey: 'draft' }),
  'POST /api/campaigns/drafts/:id/approval/return': onDraft({ stepKey: 'draft', comment: '请改' }),
  'POST /api/campaigns/drafts/:id/approval/withdraw': onDraft({}),
  'PUT /api/campaigns/drafts/:id/issue': onDraft(goodIssue),
  'POST /api/campaigns/drafts/:id/publish': onDraft({}),
};
