import { call } from './call.ts';
import { signIn } from './installation.ts';
import type { Installation, Session } from './installation.ts';
import { startMeter, untilIdle } from './processor-time.ts';
import { limitRow, medianOf } from './row.ts';
import type { BenchRow } from './row.ts';
import { seedVolume } from './volume-world.ts';
import type { VolumeWorld } from './volume-world.ts';

const requests = 60;
const warming = 5;
const limitMs = 50;

type Reading = {
  readonly name: string;
  readonly title: BenchRow['title'];
  readonly as: 'director' | 'reviewer';
  readonly path: (world: VolumeWorld) => string;
};

const inCampaign = (path: string, more = '') => ({
  path: (world: VolumeWorld) => `${path}?campaign=${world.campaignId}${more}`,
});

const readings: readonly Reading[] = [
  {
    name: 'volume-overview',
    title: { zh: '年度总览（2,700 个单位）', en: 'year at a glance, 2,700 units' },
    as: 'director',
    ...inCampaign('/api/figures/overview'),
  },
  {
    name: 'volume-progress',
    title: { zh: '报送进度（2,700 个单位）', en: 'progress of filings, 2,700 units' },
    as: 'director',
    ...inCampaign('/api/submissions/progress', '&limit=100'),
  },
  {
    name: 'volume-overdue',
    title: { zh: '报送进度：只看逾期', en: 'progress: overdue units only' },
    as: 'director',
    ...inCampaign('/api/submissions/progress', '&overdue=true&limit=100'),
  },
  {
    name: 'volume-overview-city',
    title: { zh: '年度总览（一个市）', en: 'year at a glance of one city' },
    as: 'reviewer',
    ...inCampaign('/api/figures/overview'),
  },
  {
    name: 'volume-progress-city',
    title: { zh: '报送进度（一个市）', en: 'progress of one city' },
    as: 'reviewer',
    ...inCampaign('/api/submissions/progress', '&limit=100'),
  },
  {
    name: 'volume-overdue-city',
    title: { zh: '报送进度：一个市，只看逾期', en: 'progress of one city: overdue units only' },
    as: 'reviewer',
    ...inCampaign('/api/submissions/progress', '&overdue=true&limit=100'),
  },
  {
    name: 'volume-unfiled',
    title: { zh: '代报名单（一个市的一项任务）', en: 'who has not filed a task, of one city' },
    as: 'reviewer',
    ...inCampaign('/api/submissions/unfiled', '&task=round-14'),
  },
  {
    name: 'volume-queue',
    title: { zh: '待审报送件（全部）', en: 'review queue of the whole' },
    as: 'director',
    path: () => '/api/reviews/queue?limit=100',
  },
  {
    name: 'volume-queue-city',
    title: { zh: '待审报送件（一个市）', en: 'review queue of one city' },
    as: 'reviewer',
    path: () => '/api/reviews/queue?limit=100',
  },
  {
    name: 'volume-roll-up',
    title: { zh: '汇总上报（一个市）', en: 'roll-up of one city' },
    as: 'reviewer',
    path: ({ rollUp }) => `/api/submissions/${rollUp}/roll-up`,
  },
];

/** The share-th smallest; the goal speaks of the 95th of a hundred. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, two) => one - two);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const tenths = (value: number) => Math.round(value * 10) / 10;

/** One request after the other on one connection, until the last byte is here. */
async function readRow(
  { runtime }: Installation,
  world: VolumeWorld,
  { reading, session }: { reading: Reading; session: Session },
): Promise<BenchRow> {
  const host = `${world.slug}.${runtime.baseHost}`;
  const url = `${runtime.origin}${reading.path(world)}`;
  const get = async () => {
    const begun = performance.now();
    const { status, text } = await call(url, {
      method: 'GET',
      headers: { host, cookie: session.cookie },
    });
    if (status !== 200) throw new Error(`${reading.name}: ${status} ${text.slice(0, 300)}`);
    return { ms: performance.now() - begun, bytes: Buffer.byteLength(text) };
  };
  for (let at = 0; at < warming; at += 1) await get();
  const stop = startMeter(runtime.pids());
  const taken: { ms: number; bytes: number }[] = [];
  for (let at = 0; at < requests; at += 1) taken.push(await get());
  const { workerUs, engineUs } = stop();
  const times = taken.map(({ ms }) => ms);
  return limitRow({
    name: reading.name,
    title: reading.title,
    unit: 'ms (p95)',
    ours: tenths(percentile(times, 0.95)),
    atMost: limitMs,
    details: {
      p50Ms: tenths(medianOf(times)),
      p95Ms: tenths(percentile(times, 0.95)),
      kilobytes: tenths((taken[0]?.bytes ?? 0) / 1000),
      requests,
      ourWorkerCpuUs: Math.round(workerUs / requests),
      ourEngineCpuUs: Math.round(engineUs / requests),
    },
  });
}

/** What a large commission's people open first, over a year of 2,700 units. */
export async function volumeRows(installation: Installation): Promise<BenchRow[]> {
  const world = await seedVolume(installation.runtime.databases);
  await installation.runtime.tick();
  await untilIdle(installation.runtime.pids());
  return measureVolume(installation, world);
}

/** Each of the readings, one after the other. */
async function measureVolume(installation: Installation, world: VolumeWorld): Promise<BenchRow[]> {
  const { runtime } = installation;
  const host = `${world.slug}.${runtime.baseHost}`;
  const signedIn = async (user: Reading['as']) => {
    const { password } = world;
    return signIn(runtime, host, { username: world.usernames[user], password });
  };
  const sessions = { director: await signedIn('director'), reviewer: await signedIn('reviewer') };
  const rows: BenchRow[] = [];
  for (const reading of readings) {
    const session = sessions[reading.as];
    rows.push(await readRow(installation, world, { reading, session }));
  }
  return rows;
}
