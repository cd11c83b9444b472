import {
  organizationKinds,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import type { FormerName } from '#schema/contracts/organization-acts.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { pathsOf } from './organizations.domain.ts';
import { holdsOn } from './unit-book.domain.ts';
import type { StoredBook } from './unit-book.domain.ts';

export type NamedBook = StoredBook & {
  readonly names: readonly (FormerName & { readonly organizationId: string })[];
};

/** What a unit is that may change with a day: kept as a column for today and as facts for the rest. */
export const datedColumns = {
  kind: organizationKinds,
  level: organizationLevels,
  ownership: ownerships,
} as const;
export type DatedColumn = keyof typeof datedColumns;

export const isDatedColumn = (key: string): key is DatedColumn => key in datedColumns;

/** Whether a value may stand in the column; a unit is always of some kind. */
export function mayStand(column: DatedColumn, value: unknown): boolean {
  const known: readonly unknown[] = datedColumns[column];
  return value === null ? column !== 'kind' : known.includes(value);
}

/** The units as they were on a day that is over: names, kinds, who was open, under whom. */
export function bookOn({ units, facts, relations, names }: NamedBook, day: string): StoredBook {
  const held = columnsOn(facts, day);
  const called = namesOn(names, day);
  const paths = pathsOn(relations, day);
  const were = units.filter(({ openedOn }) => openedOn === null || openedOn <= day);
  return {
    units: were.map((unit) => {
      const isOver = unit.closedOn !== null && unit.closedOn <= day;
      const open = { status: 'open' as const, mergedIntoId: null, closedOn: null };
      const columns = Object.fromEntries(
        Object.keys(datedColumns).flatMap((key) => {
          const value = held.get(`${unit.id} ${key}`);
          return value === undefined || (value === null && key === 'kind') ? [] : [[key, value]];
        }),
      );
      return {
        ...unit,
        ...(isOver ? {} : open),
        ...called.get(unit.id),
        ...(columns as Partial<Pick<Organization, DatedColumn>>),
        paths: paths.get(unit.id) ?? {},
      };
    }),
    facts,
    relations,
  };
}

/** What facts say of the columns; where they say something of other days only, nothing was known. */
function columnsOn(facts: StoredBook['facts'], day: string): Map<string, unknown> {
  const held = new Map<string, unknown>();
  for (const fact of facts) {
    if (!isDatedColumn(fact.key)) continue;
    const column = `${fact.organizationId} ${fact.key}`;
    if (holdsOn(fact, day)) held.set(column, fact.value);
    else if (!held.has(column)) held.set(column, null);
  }
  return held;
}

/** Of several former names the one whose last day comes next. */
function namesOn(names: NamedBook['names'], day: string) {
  const called = new Map<string, { name: string; shortName: string }>();
  const until = new Map<string, string>();
  for (const { organizationId, name, shortName, to } of names) {
    if (to < day || (until.get(organizationId) ?? '9999') <= to) continue;
    until.set(organizationId, to);
    called.set(organizationId, { name, shortName });
  }
  return called;
}

function pathsOn(relations: StoredBook['relations'], day: string) {
  const links = relations.filter((link) => holdsOn(link, day));
  const result = pathsOf(links);
  const paths = new Map<string, Organization['paths']>();
  for (const { organizationId, relation, path } of result.ok ? result.paths : []) {
    paths.set(organizationId, { ...paths.get(organizationId), [relation]: path });
  }
  return paths;
}
