import { pathsAbove, relationsOf } from '#plugins/sdk/registers/tie-out.ts';
import { stateOf, workflowOf } from '#plugins/sdk/registers/workflow-of.ts';
import type { CountedRelation, Register } from '#schema/contracts/campaign/register.ts';
import { holds } from '#schema/contracts/permission.ts';
import type { LevelCounts, RegisterLevel } from '#schema/contracts/register-level.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { readLevel } from '../register-totals.repository.ts';
import type { StoredTotal } from '../register-totals.repository.ts';
import { readRangeOf, rootsOf, seesEmbargoed } from '../registers.domain.ts';
import { toRegisterView } from './entry-views.ts';
import { loadDefinition } from './load-definition.ts';

type Request = {
  context: TenantContext;
  input: {
    register: string;
    relation?: CountedRelation | undefined;
    node?: string | undefined;
  };
};

/** 逐级汇总: what a node counts in one relation, its own and of each node right below it. */
export async function showLevel({ context, input }: Request): Promise<RegisterLevel> {
  const { actor, db } = context;
  assertHolds(actor, 'registers.read');
  const definition = await loadDefinition(db, input.register);
  const { register } = definition;
  const range = readRangeOf(actor, register);
  const relations = relationsOf(register).filter((each) => rootsOf(range, each).length > 0);
  const view = {
    asOf: context.clock.now(),
    register: toRegisterView(definition, holds(actor, 'registers.record')),
    relations,
  };
  const relation = input.relation ?? relations[0];
  if (relation === undefined) return { ...view, above: [], below: [] };
  const roots = relations.includes(relation) ? rootsOf(range, relation) : [];
  const node = input.node ?? roots[0];
  const root = roots.find((each) => node?.startsWith(each));
  if (node === undefined || root === undefined) throw platformErrors['platform.out_of_range']();
  const filter = { register: input.register, relation, embargo: seesEmbargoed(actor) };
  const rows = await readLevel(db, filter, node);
  const at = rows.filter((row) => row.node === node);
  const below = rows.filter((row) => row.parent === node);
  const counts = (of: readonly StoredTotal[]) => countsOf(register, of);
  const nodes = [...new Set(below.map((row) => row.node))];
  const above = pathsAbove(node).filter((each) => each.startsWith(root));
  const placed = await nameNodes(db, [...above, ...nodes]);
  return {
    ...view,
    relation,
    above: above.map((each) => placed.nameOf(each)),
    total: counts(at),
    own: counts([...at, ...below.map((row) => ({ ...row, entries: -row.entries }))]),
    below: placed.inOrder(nodes).map((each) => ({
      ...placed.nameOf(each),
      counts: counts(below.filter((row) => row.node === each)),
    })),
  };
}

const lastOf = (node: string): string => node.split('/').at(-2) ?? '';

/** The units that nodes end in, and the nodes in the official order of those. */
async function nameNodes(db: TenantContext['db'], nodes: readonly string[]) {
  const ids = [...new Set(nodes.map(lastOf))].filter((id) => id !== '');
  const units = await findOrganizations(db, ids);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const places = new Map(units.map(({ id }, index) => [id, index]));
  const placeOf = (node: string) => places.get(lastOf(node)) ?? places.size;
  return {
    nameOf(node: string) {
      const organizationId = lastOf(node);
      if (organizationId === '') return { node };
      return { node, organizationId, organizationName: names.get(organizationId) ?? '' };
    },
    inOrder: (of: readonly string[]) => of.toSorted((a, b) => placeOf(a) - placeOf(b)),
  };
}

/** What was merged away or never was an entry is in no count. */
function countsOf(register: Register, rows: readonly StoredTotal[]): LevelCounts {
  const counted = rows.filter(({ ends }) => ends === '' || ends === 'closed');
  const sum = (of: readonly StoredTotal[]) => of.reduce((all, { entries }) => all + entries, 0);
  const known = workflowOf(register).states.map(({ key }) => key);
  const keys = [...new Set([...known, ...counted.map(({ state }) => state)])];
  const states = keys
    .map((key) => ({
      key,
      title: stateOf(register, key)?.title ?? key,
      entries: sum(counted.filter(({ state }) => state === key)),
    }))
    .filter(({ entries }) => entries !== 0);
  return { entries: sum(counted), open: sum(counted.filter(({ ends }) => ends === '')), states };
}
