import { dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { loadVersion, toUnitFacts } from '#workers/modules/campaigns/index.ts';
import type { CampaignPublished, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { dueChangesOf, keyOf, obligationsOf } from '../obligations.domain.ts';
import type { DueChange, Obligation } from '../obligations.domain.ts';
import {
  listNotArrived,
  listOpenKeys,
  openSubmissions as insertSubmissions,
  updateSubmission,
} from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { followVersion, readsTheSame } from './follow-version.ts';
import { withdrawRemoved } from './withdraw-removed.ts';

type Paths = { supervision?: string | undefined; territory?: string | undefined };
type Opening = { version: CampaignVersion; paths: ReadonlyMap<string, Paths> };

const rowsAChange = 200;
const actor = { kind: 'system', id: 'submissions.open' } as const;

/**
 * Opens what a published version asks of every unit, in bounded changes that may be repeated. An
 * amendment moves the due days of what has not arrived, withdraws what it no longer asks for and is
 * followed by filings that nobody has touched; what holds anything stays on its version until the
 * office moves it.
 */
export async function openSubmissions(request: {
  context: TenantJobContext;
  input: CampaignPublished;
  /** Goes into the last change, so that a broken run is taken up again. */
  mark: Step;
}): Promise<{ opened: number; moved: number }> {
  const { context, input } = request;
  const version = await loadVersion(context.db, input.hash);
  const book = await readOrganizationBook(context.db);
  const obligations = obligationsOf({
    campaign: version.campaign,
    units: toUnitFacts(book),
    issuedOn: version.issue?.signedOn,
    publishedOn: dayAt(version.publishedAt),
    calendar: officialCalendar,
    cutOff: context.tenant.parameters.cutOffHour,
  });
  const known = new Set((await listOpenKeys(context.db, input.campaignId)).map(keyOf));
  const fresh = obligations.filter((each) => !known.has(keyOf(each)));
  const paths = new Map<string, Paths>(book.units.map((unit) => [unit.id, unit.paths]));
  for (const chunk of chunksOf(fresh, rowsAChange)) {
    await commitChunk(context, { version, paths }, chunk);
  }
  await withdrawRemoved({ context, input, version, obligations });
  const moved = await moveDueDays(context, input, { version, obligations });
  await followVersion({ context, input, version });
  await commitMark(context, request.mark, { input, opened: fresh.length, moved });
  return { opened: fresh.length, moved };
}

function commitChunk(context: TenantJobContext, opening: Opening, chunk: readonly Obligation[]) {
  const at = context.clock.now();
  const { campaignId, hash } = opening.version;
  return commitOrThrow(context.writer, {
    steps: insertSubmissions(chunk.map((each) => newSubmission(context, opening, each))),
    audit: {
      action: 'task.fan-out',
      actor,
      subjectKind: 'campaign',
      subjectId: campaignId,
      at,
      facts: { hash, filings: chunk.length },
    },
  });
}

async function moveDueDays(
  context: TenantJobContext,
  input: CampaignPublished,
  { version, obligations }: { version: CampaignVersion; obligations: readonly Obligation[] },
): Promise<number> {
  if (input.previousHash === null) return 0;
  const open = await listNotArrived(context.db, input.campaignId);
  const follows = await readsTheSame(context.db, open, version);
  const changes = new Map<string, DueChange>(
    dueChangesOf(open, obligations).map((change) => [change.id, change]),
  );
  const moving = open.filter(({ id }) => changes.has(id));
  for (const chunk of chunksOf(moving, rowsAChange)) {
    const at = context.clock.now();
    const steps = chunk.map((filing) => {
      const { dueOn = null, dueAt = null } = changes.get(filing.id) ?? {};
      const versionHash = follows.has(filing.id) ? input.hash : filing.versionHash;
      return updateSubmission(filing, { dueOn, dueAt, versionHash, updatedAt: at });
    });
    const moves = chunk.map(({ id, dueOn }) => ({ id, from: dueOn, to: changes.get(id)?.dueOn }));
    await commitOrThrow(context.writer, {
      steps,
      audit: {
        action: 'task.update',
        actor,
        subjectKind: 'campaign',
        subjectId: input.campaignId,
        at,
        facts: { hash: input.hash, moves },
      },
    });
  }
  return moving.length;
}

function commitMark(
  context: TenantJobContext,
  mark: Step,
  facts: { input: CampaignPublished; opened: number; moved: number },
) {
  return commitOrThrow(context.writer, {
    steps: [mark],
    audit: {
      action: 'task.assign',
      actor,
      subjectKind: 'campaign',
      subjectId: facts.input.campaignId,
      at: context.clock.now(),
      facts: { hash: facts.input.hash, opened: facts.opened, moved: facts.moved },
    },
  });
}

function newSubmission(
  context: TenantJobContext,
  { version, paths }: Opening,
  obligation: Obligation,
): Submission {
  const at = context.clock.now();
  const place = paths.get(obligation.organizationId);
  return {
    id: context.ids.next('sub'),
    campaignId: version.campaignId,
    versionHash: version.hash,
    ...obligation,
    supervisionPath: place?.supervision ?? '',
    territoryPath: place?.territory ?? '',
    originalDueOn: null,
    state: 'due',
    nil: false,
    onBehalf: false,
    answers: {},
    revisions: {},
    deliverables: {},
    returns: 0,
    pointsToMend: 0,
    extensionReason: null,
    exemptionReason: null,
    paperState: 'none',
    paper: null,
    approvalId: null,
    holdReason: null,
    revision: 0,
    receiptNumber: null,
    firstFiledAt: null,
    filedAt: null,
    onTime: null,
    acceptedAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    rollUpReasons: null,
    claimed: null,
  };
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
