import * as language from '#plugins/sdk/define.ts';
import type { AuditActor } from '#schema/contracts/audit.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Published } from '#schema/contracts/campaigns.ts';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { importCampaign } from '#workers/modules/campaigns/index.ts';
import { createAccounts } from '#workers/modules/identity/index.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import { listPlugins, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { provisionTenant } from '#workers/modules/tenants/index.ts';
import { systemClock } from '#workers/platform/clock.ts';
import { createIds } from '#workers/platform/ids.ts';
import { provisionShippedTenants } from '../cli/provision.ts';
import type { Databases } from '../cli/supervisor/databases.ts';

export const actor: AuditActor = { kind: 'system', id: 'bench' };
const unitCount = 80;
const dayMs = 86_400_000;

export type BenchWorld = {
  readonly slug: string;
  /** Sees every unit; has a few tasks of its own; files for every unit. */
  readonly usernames: { readonly drafter: string; readonly clerk: string; readonly filer: string };
  readonly password: string;
};

/** A commission with eighty hospitals and as many filings as asked for, all by real use cases. */
export async function seedWorld(databases: Databases, filings: number): Promise<BenchWorld> {
  const clock = systemClock;
  await provisionShippedTenants(databases, { clock, demo: true });
  const [plugin] = listPlugins();
  if (plugin === undefined) throw new Error('no region is shipped');
  const slug = plugin.id;
  const ids = createIds(clock);
  const context = {
    db: databases.open(slug),
    writer: databases.writerOf(slug),
    clock,
    ids,
  };
  const source = tenantSourceOf(plugin);
  const tenant = await provisionTenant({ context, input: { slug, source, demo: true } });
  const { units } = await importOrganizations({ context, input: { units: makeUnits(), actor } });
  const unitOf = new Map(units.map(({ key, id }) => [key, id]));
  const people = await seedPeople(context, unitOf);
  const campaign = makeCampaign(Math.ceil(filings / unitCount));
  await bringIntoForce({ ...context, tenant }, { campaign, ...people });
  return {
    slug,
    usernames: { drafter: 'bench-drafter', clerk: 'bench-clerk', filer: 'bench-filer' },
    password: people.password,
  };
}

function makeUnits(): OrganizationDraft[] {
  const under = [{ relation: 'supervision' as const, superior: 'bureau' }];
  const hospitals = Array.from({ length: unitCount }, (_, at): OrganizationDraft => ({
    key: `hospital-${at}`,
    name: `测速第${at + 1}医院`,
    order: 100 + at,
    kind: 'hospital',
    level: at % 3 === 0 ? 'tertiary' : 'secondary',
    ownership: 'public',
    tags: ['bench-many'],
    relations: under,
  }));
  const own: OrganizationDraft = { ...unitDraft('own', '测速中心医院'), relations: under };
  return [unitDraft('bureau', '测速区卫生健康局'), own, ...hospitals];
}

function unitDraft(key: string, name: string): OrganizationDraft {
  const kind = key === 'bureau' ? ('bureau' as const) : ('hospital' as const);
  const order = key === 'bureau' ? 1 : 2;
  return { key, name, order, kind, relations: [{ relation: 'supervision' }] };
}

export type SeedContext = Parameters<typeof importOrganizations>[0]['context'];
type Grants = Parameters<typeof giveGrants>[0]['input']['grants'];
type Post = Omit<Grants[number], 'personId'> & { username: string };

const seedPeople = (context: SeedContext, unitOf: ReadonlyMap<string, string>) =>
  appoint(context, [
    { username: 'bench-clerk', role: 'hospital-clerk', organizationId: unitOf.get('own') },
    {
      username: 'bench-filer',
      role: 'bureau-reviewer',
      organizationId: unitOf.get('bureau'),
      relation: 'supervision',
    },
  ]);

/** The three who sign for a commission, and whoever else is named; all with one password. */
export async function appoint(context: SeedContext, others: readonly Post[]) {
  const password = `Bench-${context.ids.random('pwd').slice(-16)}`;
  const roles: readonly Post[] = [
    { username: 'bench-drafter', role: 'commission-drafter' },
    { username: 'bench-checker', role: 'commission-checker' },
    { username: 'bench-signer', role: 'commission-signer' },
    ...others,
  ];
  const accounts = roles.map(({ username, role }) => ({
    username,
    name: role,
    post: role,
    secret: { password },
  }));
  const created = await createAccounts({ context, input: { accounts, actor } });
  const idOf = new Map(created.map(({ username, personId }) => [username, personId]));
  const grants = roles.map(({ username, ...grant }) => ({
    ...grant,
    personId: idOf.get(username) ?? '',
  }));
  await giveGrants({ context, input: { grants, actor } });
  return { password, personIds: created.map(({ personId }) => personId) };
}

/** A campaign signed by the three and issued today. */
export async function bringIntoForce(
  context: SeedContext & { tenant: TenantProfile },
  input: { campaign: Campaign; personIds: readonly string[] },
): Promise<Published> {
  const { campaign } = input;
  const at = context.clock.now();
  const day = new Date(at).toISOString().slice(0, 10);
  const signatures = campaign.approval.map(({ key, title }, index) => ({
    stepKey: key,
    personId: input.personIds[index] ?? '',
    post: title,
    at: at - dayMs + index,
  }));
  const issue = {
    number: '测卫〔2026〕1号',
    signedOn: day,
    printedOn: day,
    disclosure: 'public' as const,
  };
  return importCampaign({ context, input: { campaign, issue, signatures, actor } });
}

/** As many undated tasks as the filings need, and one with three fields for the clerk's own list. */
function makeCampaign(tasks: number): Campaign {
  const { field, form, institutions, office, issuing, routine, tagged, task, undated } = language;
  const report = form('report', {
    title: '测速报表',
    fields: [field.integer('cases', '件数', { required: true, min: '0' })],
  });
  const many = Array.from({ length: tasks }, (_, at) =>
    task(`report-${at}`, {
      title: `测速报送${at + 1}`,
      audience: tagged('bench-many'),
      due: undated('定期'),
      to: 'medical',
      form: 'report',
      signOff: ['filler'],
      minutes: 10,
      quote: '定期报送',
    }),
  );
  const everybody = task('everybody', {
    title: '全体报送',
    audience: institutions(),
    due: undated('定期'),
    to: 'medical',
    form: report,
    signOff: ['filler'],
    minutes: 10,
    quote: '定期报送',
  });
  return language.defineCampaign({
    key: 'bench',
    title: '测速工作方案',
    year: 2026,
    period: { from: '2026-01-01', to: '2026-12-31' },
    document: {
      title: '测速工作方案',
      kindName: '工作方案',
      number: '测卫〔2026〕1号',
      issuer: '测速区卫生健康委员会',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
    phases: [],
    clauses: [
      routine('reports', {
        number: '一',
        title: '报送',
        words: '各医疗机构定期报送。',
        tasks: [everybody, ...many],
      }),
    ],
  });
}
