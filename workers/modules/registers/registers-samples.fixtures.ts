import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import { entryPageQuery } from './entry-lists.repository.ts';
import { publishRegisters } from './registers.fixtures.ts';
import { listRegisterRows } from './registers.repository.ts';

type Given = Parameters<RouteSample>[0];

const published = new Map<string, Promise<unknown>>();

async function open({ site }: Given): Promise<void> {
  const opening = published.get(site.database.namespace) ?? publishRegisters(site);
  published.set(site.database.namespace, opening);
  await opening;
}

/** An instance of the master list, which every site of a test has. */
async function entryOf(given: Given): Promise<string> {
  await open(given);
  const filter = { register: 'measures', range: { everything: true as const }, embargo: true };
  const [row] = await entryPageQuery(given.site.database.db, filter, { limit: 1 });
  if (row === undefined) throw new Error('no entry was opened');
  return row.id;
}

const onEntry =
  (json?: unknown): RouteSample =>
  async (given) => ({
    params: { id: await entryOf(given) },
    ...(json === undefined ? {} : { json }),
  });
const onRegister: RouteSample = async (given) => {
  await open(given);
  return { params: { register: 'measures' } };
};

const otherEntry = `ent_0${'1'.repeat(25)}`;

/** Any campaign of the site: what it does not define has nothing to move. */
async function campaignOf(given: Given): Promise<string> {
  await open(given);
  const [row] = await listRegisterRows(given.site.database.db);
  if (row === undefined) throw new Error('no register was defined');
  return row.campaignId;
}
const moveOf = async (given: Given) => ({
  campaign: await campaignOf(given),
  key: 'problems',
  target: '0'.repeat(64),
  reason: '台账增加了必填项',
});

export const registersSamples: RouteSamples = {
  'GET /api/registers/version-moves': async (given) => ({
    query: { campaign: await campaignOf(given) },
    foreignStatus: 404,
  }),
  'GET /api/registers/version-moves/plan': async (given) => ({
    query: { campaign: await campaignOf(given), key: 'problems' },
    foreignStatus: 404,
  }),
  'POST /api/registers/version-moves': async (given) => ({
    json: { ...(await moveOf(given)), groups: ['open-clean'], asOf: 1 },
    foreignStatus: 404,
  }),
  'POST /api/registers/version-moves/taken-back': async (given) => ({
    json: await moveOf(given),
    foreignStatus: 404,
  }),
  'GET /api/registers/:register/entries': onRegister,
  'GET /api/registers/:register/wall': onRegister,
  'GET /api/registers/:register/board': onRegister,
  'GET /api/registers/:register/level': onRegister,
  'GET /api/registers/entries/:id': onEntry(),
  'PATCH /api/registers/entries/:id': onEntry({ answers: { done: '改' } }),
  'POST /api/registers/entries': async (given) => {
    await open(given);
    const organizationId = given.site.units['hospital'] ?? '';
    const json = { register: 'problems', organizationId, answers: { what: '问题' } };
    return { json, foreignStatus: 404 };
  },
  'POST /api/registers/entries/:id/steps': onEntry({ transition: 'claim' }),
  'POST /api/registers/entries/:id/rechecks': onEntry({ result: 'held', reason: '现场核查' }),
  'POST /api/registers/entries/:id/sources': onEntry({ channel: 'hotline', number: 'GD1' }),
  'POST /api/registers/entries/:id/links': onEntry({ link: 'relapse-of', entry: otherEntry }),
  'POST /api/registers/entries/:id/parts': onEntry({ answers: {}, reason: '责任科室不同' }),
  'POST /api/registers/entries/:id/hand-over': onEntry({
    verb: 'pass-on',
    post: '药剂科主任',
    reason: '涉及药品采购',
  }),
  'POST /api/registers/entries/:id/receipt': onEntry({}),
  'POST /api/registers/entries/:id/hand-back': onEntry({ reason: '不属本科', basis: '职责分工' }),
  'POST /api/registers/entries/:id/withdrawal': onEntry({ reason: '转错岗位' }),
  'POST /api/registers/entries/:id/unmask': onEntry({ reason: '领导批示' }),
};
