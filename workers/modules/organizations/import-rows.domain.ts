import { relationKinds } from '#schema/contracts/campaign/audience.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { ImportHeading } from '#schema/contracts/imports.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { kindNames, levelNames, ownershipNames, tagNames } from '#schema/contracts/unit-words.ts';
import { CellReader } from './import-cells.domain.ts';
import type { RowProblem } from './import-problems.domain.ts';

export type FileRow = { readonly row: number; readonly cells: readonly string[] };

/** What a row says of a unit; what it leaves out stays as it is. */
export type UnitRow = {
  readonly row: number;
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly shortName: string | undefined;
  readonly order: number | undefined;
  readonly kind: Organization['kind'] | undefined;
  readonly level: NonNullable<Organization['level']> | undefined;
  readonly ownership: NonNullable<Organization['ownership']> | undefined;
  readonly tags: readonly string[] | undefined;
  readonly beds: number | undefined;
  readonly openedOn: string | undefined;
  readonly superiors: readonly { readonly relation: RelationKind; readonly text: string }[];
  readonly problems: RowProblem[];
};

export type PlannedSuperior = {
  readonly relation: RelationKind;
  readonly superiorId: string | null;
};
/** A row on its way to a plan: the unit it speaks of, and where it stands. */
export type Draft = {
  readonly said: UnitRow;
  readonly known: Organization | undefined;
  readonly id: string;
  superiors: PlannedSuperior[];
};

export function readUnitRow(headings: readonly ImportHeading[], { row, cells }: FileRow): UnitRow {
  const reader = new CellReader(headings, cells);
  return {
    row,
    code: reader.text('code', 40)?.replaceAll(' ', ''),
    name: reader.text('name', 120),
    shortName: reader.text('short-name', 120),
    order: reader.integer('order'),
    kind: reader.word('kind', kindNames),
    level: reader.word('level', levelNames),
    ownership: reader.word('ownership', ownershipNames),
    tags: reader.words('tags', tagNames),
    beds: reader.integer('beds'),
    openedOn: reader.day('opened-on'),
    superiors: relationKinds.flatMap((relation) => {
      const text = reader.text(relation, 120);
      return text === undefined ? [] : [{ relation, text }];
    }),
    problems: reader.problems,
  };
}
