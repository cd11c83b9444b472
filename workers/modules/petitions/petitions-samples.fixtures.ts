import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { filePetition } from './usecases/file-petition.ts';
import { openPetition } from './usecases/write-petition.ts';

type Given = Parameters<RouteSample>[0];

const made = new Map<string, Promise<string>>();
const content = { title: '关于工作经验的信息', text: '我院建立了廉洁提醒制度。', evidence: [] };

/** An information that a hospital of a site sent to the commission. */
async function make({ site }: Given): Promise<string> {
  const context = await createTestContext(site, 'clerk');
  const organizationId = site.units['hospital'] ?? '';
  const input = { organizationId, kind: 'information' as const, content };
  const { id } = await openPetition({ context, input });
  await filePetition({ context, input: { id, seenVersion: 1 } });
  return id;
}

function madeIn(given: Given): Promise<string> {
  const { namespace } = given.site.database;
  const making = made.get(namespace) ?? make(given);
  made.set(namespace, making);
  return making;
}

const on =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: await madeIn(given) },
    ...(json === undefined ? {} : { json }),
  });

export const petitionsSamples: RouteSamples = {
  'POST /api/petitions': ({ site }) => ({
    json: { organizationId: site.units['hospital'], kind: 'information', content },
    foreignStatus: 403,
  }),
  'GET /api/petitions/:id': on(),
  'PUT /api/petitions/:id': on({ content }),
  'POST /api/petitions/:id/submit': on(),
  'POST /api/petitions/:id/file': on(),
  'POST /api/petitions/:id/sign-for': on(),
  'POST /api/petitions/:id/approval/sign': on({ stepKey: 'sign' }),
  'POST /api/petitions/:id/approval/return': on({ stepKey: 'sign', comment: '请补充' }),
  'POST /api/petitions/:id/approval/withdraw': on(),
  'POST /api/petitions/:id/return': on({ reason: '请一事一报' }),
  'POST /api/petitions/:id/opinion': on({ text: '拟同意', leaderPost: '分管领导' }),
  'POST /api/petitions/:id/instruction': on({ text: '同意' }),
  'POST /api/petitions/:id/answer': on({ text: '已阅', adopted: true }),
};
