import { writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on } from '#plugins/sdk/define.ts';
import { writePack } from '#plugins/sdk/packs/write-pack.ts';
import { smallCampaign } from '#plugins/sdk/testing/campaign.fixtures.ts';
import { samplePack } from '#plugins/sdk/testing/pack.fixtures.ts';
import type { DraftSummary } from '#schema/contracts/campaigns.ts';
import { exportRunning } from './pack/export-campaign.ts';
import { importFile } from './pack/import-file.ts';
import { provisionShippedTenants } from './provision.ts';
import { createDataFolder } from './supervisor/installation.fixtures.ts';
import type { Runtime } from './supervisor/runtime-options.ts';
import { startRuntime } from './supervisor/runtime.ts';
import { addTenant, type AddedTenant } from './tenant/add-tenant.ts';
import { listTenants } from './tenant/list-tenants.ts';
import { openAccounts } from './tenant/open-accounts.ts';
import { printAddition } from './tenant/print-addition.ts';
import { setTenantStatus } from './tenant/set-status.ts';

const layout = createDataFolder();
const clock = { now: () => Date.now() };
const slug = 'qinghe';
let runtime: Runtime;
let added: AddedTenant;

type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
};

/** One request to a host of the running program, as a browser makes it. */
function ask(
  host: string,
  path: string,
  options: { json?: unknown; cookie?: string } = {},
): Promise<Answer> {
  const full = `${host}.${runtime.baseHost}`;
  const { json, cookie } = options;
  const headers = {
    host: full,
    origin: `http://${full}`,
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(cookie === undefined ? {} : { cookie }),
  };
  const target = { host: '127.0.0.1', port: runtime.port, path, headers };
  return new Promise((resolve, reject) => {
    const read = (response: IncomingMessage): void => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    };
    const sent = request({ ...target, method: json === undefined ? 'GET' : 'POST' }, read);
    sent.on('error', reject);
    sent.end(json === undefined ? undefined : JSON.stringify(json));
  });
}

async function signIn(username: string): Promise<string> {
  const password = added.accounts.find((account) => account.username === username)?.password;
  const answer = await ask(slug, '/api/auth/sign-in/username', { json: { username, password } });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
}

/** The first sign-in: the one-time password is only good for choosing one’s own. */
async function firstSignIn(username: string): Promise<string> {
  const cookie = await signIn(username);
  const current = added.accounts.find((account) => account.username === username)?.password ?? '';
  const next = '清河-own-password-27';
  const answer = await ask(slug, '/api/auth/change-password', { json: { current, next }, cookie });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return cookie;
}

function fileNamed(name: string, text: string): string {
  const path = join(layout.root, name);
  writeFileSync(path, text);
  return path;
}

const addition = { clock, dryRun: false, again: false };

beforeAll(async () => {
  runtime = await startRuntime({ dataDir: layout.root, port: 0, withoutScreens: true });
});
afterAll(() => runtime.stop());

describe('a region from a file, on the running program', () => {
  it('is unknown before, and nothing is made of it while it is only tried out', async () => {
    const file = fileNamed('qinghe.json', await writePack(samplePack()));
    const tried = await addTenant(runtime.databases, { ...addition, file, dryRun: true });
    expect(tried.accounts).toEqual([]);
    expect(runtime.databases.namespaces()).not.toContain(slug);
  });

  it('is refused under another region’s name, or under its division code', async () => {
    const { region } = samplePack();
    const named = await writePack(samplePack({ region: { ...region, slug: 'henan' } }));
    const file = fileNamed('named.json', named);
    await expect(addTenant(runtime.databases, { ...addition, file })).rejects.toThrow('henan');
    const coded = await writePack(samplePack({ region: { ...region, divisionCode: '410000' } }));
    const twin = addTenant(runtime.databases, {
      ...addition,
      file: fileNamed('coded.json', coded),
    });
    await expect(twin).rejects.toThrow('410000');
    expect(runtime.databases.namespaces().filter((name) => name !== 'control')).toEqual([]);
  });

  it('is on the air after one command: portal, words and colours are its own', async () => {
    const { workerd } = runtime.pids();
    const file = join(layout.root, 'qinghe.json');
    added = await addTenant(runtime.databases, { ...addition, file });
    const answer = await ask(slug, '/api/tenant');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({
      id: slug,
      divisionCode: '990201',
      words: { self: '本局' },
      branding: { accent: '#1f5f8b' },
      demo: false,
    });
    expect((await ask(slug, '/api/tenant/theme.css')).text).toContain('#1f5f8b');
    expect(runtime.pids().workerd).toBe(workerd);
    expect(runtime.databases.namespaces()).toEqual(['control', slug, `${slug}--sealed`]);
  });

  it('has three administrators and the posts of its own 审签, each with a password told once', () => {
    const roles = added.accounts.map(({ role }) => role);
    expect(roles.slice(0, 3)).toEqual(['system-admin', 'security-admin', 'audit-admin']);
    expect(roles).toContain('commission-drafter');
    expect(roles).toContain('commission-signer');
    expect(new Set(added.accounts.map(({ password }) => password)).size).toBe(roles.length);
    const told = printAddition(added, runtime.origin);
    expect(told).toContain(`http://${slug}.${runtime.baseHost}`);
    for (const { username, password } of added.accounts) {
      expect(told).toContain(`/sign-in#first=${username}:${password}`);
    }
  });

  it('lets its drafter in only to choose a password of his own, and then shows the campaign', async () => {
    const early = await ask(slug, '/api/campaigns/drafts', { cookie: await signIn('drafter') });
    expect(early.status).toBe(403);
    const cookie = await firstSignIn('drafter');
    const answer = await ask(slug, '/api/campaigns/drafts', { cookie });
    expect(answer.status).toBe(200);
    const { items } = JSON.parse(answer.text) as { items: DraftSummary[] };
    expect(items).toMatchObject([
      { title: smallCampaign().title, state: 'drafting', origin: { from: 'pack', region: slug } },
    ]);
    const checks = await ask(slug, `/api/campaigns/drafts/${items[0]?.id}/checks`, { cookie });
    expect(checks.text).not.toContain('references.unknown');
    expect(checks.status).toBe(200);
    const templates = await ask(slug, '/api/campaigns/templates', { cookie });
    expect(JSON.parse(templates.text)).toEqual({ items: [] });
    const trail = await runtime.databases.send(slug)([
      {
        sql: "select count(*) from audit_entries where body ->> '$.action' = 'campaign.import'",
        wantRows: true,
      },
    ]);
    expect(trail[0]).toMatchObject({ rows: [[1]] });
  });

  it('is listed, suspended and brought back like any other', async () => {
    const [line] = await listTenants(runtime.databases);
    expect(line).toMatchObject({ slug, status: 'active', isBlocked: false });
    await setTenantStatus(runtime.databases, 'suspend', { slug, reason: '演练', dryRun: false });
    await setTenantStatus(runtime.databases, 'resume', { slug, reason: '', dryRun: false });
    expect((await listTenants(runtime.databases))[0]).toMatchObject({ status: 'active' });
  });

  it('is not added twice', async () => {
    const file = join(layout.root, 'qinghe.json');
    await expect(addTenant(runtime.databases, { ...addition, file })).rejects.toThrow(slug);
    const again = addTenant(runtime.databases, { ...addition, file, again: true });
    await expect(again).rejects.toThrow(slug);
  });

  it('takes another file as a draft, but none that is another region’s', async () => {
    const due = on('2020-11-06', '2020年11月6日前');
    const { tasks } = smallCampaign();
    const campaign = {
      ...smallCampaign(),
      key: 'conduct-again',
      tasks: tasks.map((task) => ({ ...task, due })),
    };
    const file = fileNamed('again.json', await writePack(samplePack({ campaign })));
    const input = { slug, file, dryRun: false, clock };
    expect(await importFile(runtime.databases, { ...input, dryRun: true })).not.toMatch(/drf_/);
    expect(await importFile(runtime.databases, input)).toMatch(/drf_[0-9A-Z]{26}/i);
    const foreign = samplePack({ region: { ...samplePack().region, slug: 'other' } });
    const other = fileNamed('other.json', await writePack(foreign));
    await expect(importFile(runtime.databases, { ...input, file: other })).rejects.toThrow(
      'region.slug',
    );
    await expect(exportRunning(runtime.databases, slug)).rejects.toThrow(slug);
  });

  it('opens the first accounts of a region that has none, and of no other', async () => {
    const clear = { slug, clock, dryRun: false };
    await expect(openAccounts(runtime.databases, clear)).rejects.toThrow(slug);
    await provisionShippedTenants(runtime.databases, { clock, demo: false });
    const tried = await openAccounts(runtime.databases, { ...clear, slug: 'weihai', dryRun: true });
    expect(tried.accounts).toEqual([]);
    const opened = await openAccounts(runtime.databases, { ...clear, slug: 'weihai' });
    expect(opened.accounts.map(({ username }) => username)).toContain('drafter');
  });

  it('starts over after an addition that was cut off before it was on the air', async () => {
    const region = { ...samplePack().region, slug: 'xishan', divisionCode: '990301' };
    const file = fileNamed('xishan.json', await writePack(samplePack({ region })));
    await runtime.databases.ensureNamespace('xishan');
    await expect(addTenant(runtime.databases, { ...addition, file })).rejects.toThrow('--again');
    const made = await addTenant(runtime.databases, { ...addition, file, again: true });
    expect(made.accounts.length).toBeGreaterThan(3);
    expect((await ask('xishan', '/api/tenant')).status).toBe(200);
  });
});
