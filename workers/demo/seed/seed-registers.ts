import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { addDays, dayAt } from '#plugins/sdk/dates/days.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import { listEntries, recordEntry, takeStep } from '#workers/modules/registers/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import { demoAnswers, demoStepAnswers } from '../world/register-texts.ts';
import { actAs } from './act-as.ts';
import { contextAt } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { loadDemoCampaigns } from './seed-campaigns.ts';
import { readUnitIds } from './seed-units.ts';

const dayMs = 86_400_000;
const foundByOffice = 12;
const ofUnit = 6;
const ticks = ['measures', 'evidence', 'rules', 'accountability', 'answered'];
/** How far the unit of the demo's clerk has brought its entries, the first the farthest. */
const courses: readonly (readonly string[])[] = [
  ['claim', 'begin', 'apply', 'check', 'close'],
  ['claim', 'begin', 'apply', 'check', 'close'],
  ['claim', 'begin', 'apply', 'check'],
  ['claim', 'begin', 'apply'],
  ['claim', 'begin'],
  ['claim'],
];
const officeSteps = new Set(['check', 'close']);

type Defined = { register: Register; form: Form };
type Known = Pick<DemoTenant, 'world'> & { tenant: DemoTenant; unitId: string };

/** Problems that offices found and units rectify, as far as the demo year has come. */
export async function seedRegisters(tenant: DemoTenant): Promise<{ entries: number }> {
  const { running } = await loadDemoCampaigns(tenant);
  const known = await ownUnitOf(tenant);
  if (known === undefined) return { entries: 0 };
  let entries = 0;
  for (const defined of closingRegisters(running)) {
    entries += await (defined.register.master === undefined
      ? seedProblems(known, defined)
      : seedMeasures(known, defined));
  }
  const context = contextAt(tenant, tenant.world.now);
  await sweepOutbox({ ...context, writer: tenant.writer, handlers: [], workMs: Infinity });
  return { entries };
}

/** A stage that broke off is taken up again: what was done answers for itself. */
function keyOf(...parts: readonly string[]) {
  const key = `demo-${parts.join('-')}`;
  return { key, requestHash: key };
}

/** The registers with the ready workflow of 问题销号. */
function closingRegisters({ registers, forms }: Campaign): Defined[] {
  return registers.flatMap((register) => {
    const form = forms.find(({ key }) => key === register.form);
    const closes = register.workflow?.transitions.some(({ key }) => key === 'close') ?? false;
    return form === undefined || !closes || register.sealed ? [] : [{ register, form }];
  });
}

async function ownUnitOf(tenant: DemoTenant): Promise<Known | undefined> {
  const { world } = tenant;
  const clerk = world.accounts.find(({ username }) => username === 'clerk');
  const unitId = (await readUnitIds(tenant)).get(clerk?.units?.[0] ?? '');
  return unitId === undefined ? undefined : { tenant, world, unitId };
}

/** A post of the unit itself, at an instant. */
async function asUnit({ tenant, unitId }: Known, instant: number): Promise<TenantContext> {
  const context = await actAs(tenant, 'clerk', instant);
  const grants = context.actor.grants.map((grant) => ({ ...grant, organizationId: unitId }));
  return { ...context, actor: { ...context.actor, organizationId: unitId, grants } };
}

async function seedProblems(known: Known, defined: Defined): Promise<number> {
  const sides = defined.register.recordedBy ?? ['unit', 'office'];
  const own = sides.includes('unit') ? await recordOwn(known, defined) : 0;
  return own + (sides.includes('office') ? await recordFound(known, defined) : 0);
}

function deadlineField({ clocks }: Register): string | undefined {
  const term = clocks?.[0]?.term;
  return term?.kind === 'until' ? term.field : undefined;
}

/** What the office found in other units: the oldest are overdue by now. */
async function recordFound({ tenant, world }: Known, defined: Defined): Promise<number> {
  const { register, form } = defined;
  const units = await audienceOf(tenant, register);
  const found = units.slice(0, foundByOffice);
  for (const [at, organizationId] of found.entries()) {
    const instant = world.now - (70 - at * 4) * dayMs;
    const deadline = deadlineField(register);
    const until = addDays(dayAt(instant), 30 + (at % 4) * 15);
    const given = deadline === undefined ? {} : { [deadline]: until };
    const channel = register.channels?.[at % Math.max(1, register.channels.length)]?.key;
    await recordEntry({
      context: await actAs(tenant, 'checker', instant),
      input: {
        register: register.key,
        organizationId,
        answers: demoAnswers(form, at, given),
        sources: channel === undefined ? [] : [{ channel }],
        requestKey: keyOf('found', register.key, organizationId),
      },
    });
  }
  return found.length;
}

async function audienceOf(tenant: DemoTenant, { audience }: Register): Promise<string[]> {
  const facts = toUnitFacts(await readOrganizationBook(tenant.db));
  const day = dayAt(tenant.world.now);
  return facts
    .filter((unit) => audience === undefined || isInAudience(audience, unit, day))
    .map(({ id }) => id);
}

async function recordOwn(known: Known, defined: Defined): Promise<number> {
  const { register, form } = defined;
  const { world, unitId, tenant } = known;
  if (!(await audienceOf(tenant, register)).includes(unitId)) return 0;
  for (let at = 0; at < ofUnit; at += 1) {
    const instant = world.now - (60 - at * 6) * dayMs;
    const channel = register.channels?.[0]?.key;
    const { id } = await recordEntry({
      context: await asUnit(known, instant),
      input: {
        register: register.key,
        organizationId: unitId,
        answers: demoAnswers(form, at + 3),
        sources: channel === undefined ? [] : [{ channel }],
        requestKey: keyOf('own', register.key, String(at)),
      },
    });
    await follow(known, defined, { id, version: 1, at, instant });
  }
  return ofUnit;
}

type Entry = { id: string; version: number; at: number; instant: number };

/** Takes the steps of one course, two days after one another. */
async function follow(known: Known, defined: Defined, entry: Entry): Promise<void> {
  let { version, instant } = entry;
  for (const transition of courses[entry.at] ?? []) {
    instant += 2 * dayMs;
    const step = defined.register.workflow?.transitions.find(({ key }) => key === transition);
    const closer = transition === 'close' ? 'drafter' : 'checker';
    const context = officeSteps.has(transition)
      ? await actAs(known.tenant, closer, instant)
      : await asUnit(known, instant);
    const until = addDays(dayAt(entry.instant), 45);
    const { at } = entry;
    const answers = demoStepAnswers(defined.form, { fields: step?.needs ?? [], at, until });
    const isTicked = transition === 'close';
    const moved = await takeStep({
      context,
      input: {
        id: entry.id,
        seenVersion: version,
        transition,
        answers,
        requestKey: keyOf(transition, defined.register.key, entry.id),
        ...(isTicked ? { ticks } : {}),
      },
    });
    ({ version } = moved);
  }
}

/** The first rows of the wall chart, in the unit of the demo's clerk. */
async function seedMeasures(known: Known, defined: Defined): Promise<number> {
  const { world, unitId } = known;
  const context = await asUnit(known, world.now);
  const list = await listEntries({
    context,
    input: { register: defined.register.key, organization: unitId, limit: '200' },
  });
  const rows = list.rows.slice(0, ofUnit);
  for (const [at, { id, version }] of rows.entries()) {
    await follow(known, defined, { id, version, at, instant: world.now - 30 * dayMs });
  }
  return rows.length;
}
