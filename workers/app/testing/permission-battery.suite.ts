import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permissions } from '#schema/contracts/permission.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { suspendTenant } from '#workers/modules/tenants/index.ts';
import type { CastMember, CastName } from './cast.fixtures.ts';
import { listRoutes } from './route-catalogue.ts';
import type { CatalogueRoute } from './route-catalogue.ts';
import type { RouteSamples, SampleRequest } from './route-samples.fixtures.ts';
import { createTestApp, hostOf } from './test-app.fixtures.ts';
import type { TestApp } from './test-app.fixtures.ts';
import type { TestAnswer, TestClient } from './test-client.fixtures.ts';
import { testActor } from './test-site.fixtures.ts';

type Cast = Readonly<Partial<Record<CastName, CastMember>>>;
type BatteryInput = {
  readonly kind: 'tenant' | 'oversight' | 'platform';
  readonly cast: Cast;
  readonly samples: RouteSamples;
};

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const isPublic = ({ access }: CatalogueRoute) => access === 'public';
const needsSample = ({ method, pattern }: CatalogueRoute) =>
  UNSAFE.has(method) || pattern.includes(':');

/** Walks every route of a host: whoever should not get in gets the right refusal. */
export function describePermissionBattery(input: BatteryInput): void {
  describe(`permission battery of the ${input.kind} host`, () => {
    let world: TestApp;
    let routes: CatalogueRoute[];
    beforeAll(async () => {
      world = await createTestApp({ tenants: ['dong', 'xi', 'nan'] });
      routes = listRoutes(world.app.sites[input.kind]);
    });
    afterAll(() => world.close());

    const host = () => hostOf(input.kind === 'tenant' ? 'dong' : input.kind);
    const sampleOf = async (route: CatalogueRoute): Promise<SampleRequest> => {
      const site = world.sites['xi'] ?? world.site;
      const sample = input.samples[`${route.method} ${route.pattern}`];
      return (await sample?.({ site, control: world.control })) ?? {};
    };
    const guarded = () => routes.filter((route) => !isPublic(route));
    const limited = () => routes.filter((route) => permissionOf(route) !== undefined);
    const withoutSample = (client: TestClient, route: CatalogueRoute) => send(client, route, {});

    test('every route names its permission, or says that it is public or for the signed-in', () => {
      expect(routes.length).toBeGreaterThan(3);
      const known = new Set<string>([...permissions, 'public', 'signed-in']);
      const unnamed = routes.filter(({ access }) => !known.has(access ?? ''));
      expect(unnamed.map(nameOf)).toEqual([]);
    });

    test('every route with parameters or a body has a sample, and no sample is left over', () => {
      const names = routes.filter(needsSample).map(nameOf);
      expect(names.filter((name) => !(name in input.samples))).toEqual([]);
      const all = routes.map(nameOf);
      expect(Object.keys(input.samples).filter((name) => !all.includes(name))).toEqual([]);
    });

    test('without a session nothing but the public routes answers', async () => {
      const visitor = world.visitor(host());
      const answers = await collect(guarded(), (route) => withoutSample(visitor, route));
      expect(answers.filter(({ answer }) => answer.status !== 401).map(explain)).toEqual([]);
    });

    test("another host's session is no session", async () => {
      const foreigner = await foreignClient(world, input.kind, host());
      const answers = await collect(guarded(), (route) => withoutSample(foreigner, route));
      expect(answers.filter(({ answer }) => answer.status !== 401).map(explain)).toEqual([]);
    });

    test('a person without the permission gets 403', async () => {
      const answers = await collect(limited(), async (route) => {
        const outsider = findMember(input.cast, route, false);
        return outsider ? withoutSample(await world.as(outsider, host()), route) : undefined;
      });
      expect(answers.filter(({ answer }) => answer.status !== 403).map(explain)).toEqual([]);
    });

    test("another tenant's records are not there", async () => {
      const named = [];
      for (const route of guarded()) {
        const sample = await sampleOf(route);
        if (sample.params || sample.foreignStatus) named.push({ route, sample });
      }
      const wrong: string[] = [];
      for (const { route, sample } of named) {
        const person = findMember(input.cast, route, true);
        if (!person) throw new Error(`nobody of the cast may call ${nameOf(route)}`);
        const answer = await send(await world.as(person, host()), route, sample);
        if (answer.status !== (sample.foreignStatus ?? 404)) wrong.push(explain({ route, answer }));
      }
      expect(wrong).toEqual([]);
    });

    if (input.kind !== 'tenant') return;
    test('a suspended tenant serves nothing', async () => {
      const site = world.sites['nan'];
      if (!site) throw new Error('no tenant to suspend');
      const context = { ...site.database, control: world.control.writer };
      await suspendTenant({ context, input: { reason: '测试', actor: testActor } });
      const visitor = world.visitor(hostOf('nan'));
      const answers = await collect(routes, (route) => withoutSample(visitor, route));
      const open = answers.filter(({ answer }) => answer.status !== 503);
      expect(open.map(explain)).toEqual([]);
    });
  });
}

type Answered = { readonly route: CatalogueRoute; readonly answer: TestAnswer };

async function collect(
  routes: readonly CatalogueRoute[],
  call: (route: CatalogueRoute) => Promise<TestAnswer | undefined>,
): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const route of routes) {
    const answer = await call(route);
    if (answer) answered.push({ route, answer });
  }
  return answered;
}

function send(client: TestClient, route: CatalogueRoute, sample: SampleRequest) {
  const path = route.pattern.replaceAll(/:(\w+)(?:\{[^}]*\})?\??/g, (_, name: string) =>
    encodeURIComponent(sample.params?.[name] ?? 'none'),
  );
  const query = new URLSearchParams(sample.query).toString();
  const headers = { 'idempotency-key': 'battery-request-1', 'if-match': '"1"', ...sample.headers };
  const { json, body } = sample;
  const content = { ...(json === undefined ? {} : { json }), ...(body ? { body } : {}) };
  return client(query ? `${path}?${query}` : path, { method: route.method, headers, ...content });
}

/** Signed in at another host with an account that would be allowed everything its post allows. */
async function foreignClient(world: TestApp, kind: BatteryInput['kind'], host: string) {
  const [name, elsewhere] =
    kind === 'tenant'
      ? (['drafter', hostOf('xi')] as const)
      : (['analyst', hostOf(kind === 'oversight' ? 'platform' : 'oversight')] as const);
  const cookie = await world.cookieOf(name, elsewhere);
  const client = world.visitor(host);
  return ((path, request = {}) =>
    client(path, { ...request, headers: { ...request.headers, cookie } })) satisfies TestClient;
}

function permissionOf({ access }: CatalogueRoute): Permission | undefined {
  return permissions.find((permission) => permission === access);
}

function findMember(cast: Cast, route: CatalogueRoute, holding: boolean): CastName | undefined {
  const permission = permissionOf(route);
  const names = Object.keys(cast) as CastName[];
  return names.find((name) => {
    const member = cast[name];
    if (!member || !permission) return holding;
    return permissionsOf(member.role).includes(permission) === holding;
  });
}

function nameOf({ method, pattern }: CatalogueRoute): string {
  return `${method} ${pattern}`;
}

function explain({ route, answer }: Answered): string {
  return `${nameOf(route)}: ${answer.status} ${answer.text.slice(0, 160)}`;
}
