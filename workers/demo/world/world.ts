import { makeAccounts } from './accounts.ts';
import type { DemoAccount } from './accounts.ts';
import { makeOdd } from './odd-units.ts';
import type { OddUnits } from './odd-units.ts';
import { createRandom } from './random.ts';
import type { RegionPlan, Scale } from './region.ts';
import type { DemoUnit } from './unit.ts';
import { makeUnits } from './units.ts';

export type WorldInput = {
  readonly region: RegionPlan;
  readonly scale: Scale;
  readonly seed: string;
  /** The demo's today: nothing of a world depends on the machine's clock. */
  readonly now: number;
};

/** A demo region before it has an address in a database: units and posts, by keys of its own. */
export type World = {
  readonly region: string;
  readonly scale: Scale;
  readonly seed: string;
  readonly now: number;
  readonly year: number;
  /** In official order. */
  readonly units: readonly DemoUnit[];
  readonly odd: OddUnits;
  readonly accounts: readonly DemoAccount[];
  /** The house whose clerk, department and heads have accounts. */
  readonly hospital: string;
  /** The bureau whose reviewer has an account, where the region has bureaus. */
  readonly bureau: string | undefined;
};

const sharedClerks = 3;

export function generateWorld(input: WorldInput): World {
  const { region, scale, seed, now } = input;
  const random = createRandom(`${seed} ${region.slug} ${scale} units`);
  const year = Number(new Date(now + 8 * 3_600_000).toISOString().slice(0, 4));
  const made = makeUnits(region, scale, random);
  const hospital = made.find(({ column }) => column === 'tertiary');
  if (hospital === undefined) throw new Error(`${region.slug} has no tertiary hospital`);
  const bureau = made.find(({ column }) => column === 'bureaus');
  const shared = sharedUnits(made);
  const kept = new Set([hospital, ...(bureau ? [bureau] : []), ...shared].map(({ key }) => key));
  const { units, odd } = makeOdd(region, made, year, kept);
  const sharedKeys = shared.map(({ key }) => key);
  return {
    region: region.slug,
    scale,
    seed,
    now,
    year,
    units: units.toSorted((left, right) => left.order - right.order),
    odd: { ...odd, ...(sharedKeys[0] === undefined ? {} : { 'shared-clerk': sharedKeys[0] }) },
    accounts: makeAccounts({
      hospital,
      bureau,
      sharedClerkOf: sharedKeys,
      leftClerkOf: odd['clerk-left'],
    }),
    hospital: hospital.key,
    bureau: bureau?.key,
  };
}

/** Small houses of one place that keep one clerk between them. */
function sharedUnits(units: readonly DemoUnit[]): DemoUnit[] {
  const centres = units.filter(({ column }) => column === 'grassroots');
  const placeOf = (unit: DemoUnit) =>
    unit.relations.find(({ relation }) => relation === 'territory')?.superior;
  const first = centres[0];
  return first === undefined
    ? []
    : centres.filter((unit) => placeOf(unit) === placeOf(first)).slice(0, sharedClerks);
}
