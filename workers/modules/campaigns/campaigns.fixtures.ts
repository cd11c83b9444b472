import { on } from '#plugins/sdk/define.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type {
  Draft,
  DraftPart,
  IssueRegistration,
  OpenDraft,
  Published,
} from '#schema/contracts/campaigns.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { TakenStep } from './usecases/import-campaign.ts';
import { importCampaign } from './usecases/import-campaign.ts';

export const goodIssue: IssueRegistration = {
  number: '测卫〔2026〕3号',
  signedOn: '2026-06-29',
  printedOn: '2026-06-30',
  disclosure: 'public',
};

/** A campaign of this year without a fault, whose chain is drafter, checker, signer. */
export function thisYear(changes: Partial<Campaign> = {}): Campaign {
  const base = smallCampaign();
  return {
    ...base,
    key: 'conduct-2026',
    title: '2026年行业作风建设工作方案',
    year: 2026,
    period: { from: '2026-07-01', to: '2026-12-31' },
    document: { ...base.document, signedOn: '2026-06-29' },
    phases: base.phases.map((phase) => ({
      ...phase,
      from: on('2026-07-01', '7月1日'),
      to: on('2026-11-30', '11月30日'),
    })),
    tasks: base.tasks.map((task) => ({
      ...task,
      due: on('2026-11-13', '2020年11月13日前'),
    })),
    crosswalk: base.crosswalk.map((answer) => ({ ...answer, common: 'on-time-filing-rate' })),
    ...changes,
  };
}

/** Who signed, each in the own post, as a campaign from outside brings it along. */
export function signaturesOf(site: TestSite): TakenStep[] {
  const at = site.database.clock.now();
  return (['drafter', 'checker', 'signer'] as const).map((name, index) => ({
    stepKey: ['draft', 'check', 'sign'][index] ?? '',
    personId: site.people[name] ?? '',
    post: name,
    at,
  }));
}

/** A running campaign of a site, signed and issued elsewhere. */
export function importInto(site: TestSite, campaign: Campaign = thisYear()): Promise<Published> {
  return importCampaign({
    context: { ...site.database, tenant: site.profile },
    input: { campaign, issue: goodIssue, signatures: signaturesOf(site), actor: testActor },
  });
}

/** The commission's people who bring a draft through its approval. */
export type Office = Record<'drafter' | 'checker' | 'signer', TestClient>;

export async function officeOf(world: TestApp): Promise<Office> {
  const [drafter, checker, signer] = await Promise.all([
    world.as('drafter'),
    world.as('checker'),
    world.as('signer'),
  ]);
  return { drafter, checker, signer };
}

export const draftAt = (id: string, rest = ''): string => `/api/campaigns/drafts/${id}${rest}`;

/** What the server answers, where the test counts on its going well. */
export async function expectOk<Body>(answer: Promise<TestAnswer>): Promise<Body> {
  const { status, text, json } = await answer;
  if (status >= 300) throw new Error(text);
  return json<Body>();
}

export function openDraftAs(client: TestClient, json: OpenDraft): Promise<Draft> {
  return expectOk<Draft>(client('/api/campaigns/drafts', { json }));
}

export async function partOf(
  client: TestClient,
  id: string,
  [kind, key]: readonly [string, string],
): Promise<DraftPart> {
  const draft = await expectOk<Draft>(client(draftAt(id)));
  const part = draft.parts.find((each) => each.kind === kind && each.key === key);
  if (part === undefined) throw new Error(`no ${kind} ${key} in ${id}`);
  return part;
}

/** Saves a part with changes, over the version that stands there or the given one. */
export async function putPart(
  client: TestClient,
  id: string,
  place: readonly [string, string],
  input: { changes: object; version?: number; key?: string },
): Promise<TestAnswer> {
  const part = await partOf(client, id, place);
  return client(draftAt(id, `/parts/${place.join('/')}`), {
    method: 'PUT',
    json: { ...(part.body as object), ...input.changes },
    headers: {
      'if-match': `"${input.version ?? part.version}"`,
      ...(input.key === undefined ? {} : { 'idempotency-key': input.key }),
    },
  });
}

/** Drafter submits, checker and signer sign: the chain of `thisYear`. */
export async function signAll({ drafter, checker, signer }: Office, id: string): Promise<void> {
  await expectOk(drafter(draftAt(id, '/submit'), { json: {} }));
  await expectOk(checker(draftAt(id, '/approval/sign'), { json: { stepKey: 'check' } }));
  await expectOk(signer(draftAt(id, '/approval/sign'), { json: { stepKey: 'sign' } }));
}

/** Registers the issue and publishes what is signed. */
export async function issueAndPublish(
  { drafter }: Office,
  id: string,
  issue: IssueRegistration = goodIssue,
): Promise<Published> {
  await expectOk(drafter(draftAt(id, '/issue'), { method: 'PUT', json: issue }));
  return expectOk<Published>(drafter(draftAt(id, '/publish'), { json: {} }));
}
