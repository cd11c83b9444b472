import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type {
  Organization,
  OrganizationFact,
  OrganizationRelation,
} from '#schema/contracts/organizations.ts';
import { plainWord } from '#schema/contracts/unit-words.ts';

export type StoredBook = {
  readonly units: readonly Organization[];
  readonly facts: readonly (OrganizationFact & { readonly organizationId: string })[];
  readonly relations: readonly (OrganizationRelation & { readonly organizationId: string })[];
};

export const holdsOn = ({ from, to }: { from: string; to: string | null }, day: string): boolean =>
  from <= day && (to === null || to >= day);

/** The book of units as it is on a day, to be looked up by code, name and id. */
export class UnitBook {
  readonly #byId: ReadonlyMap<string, Organization>;
  readonly #byCode = new Map<string, Organization>();
  readonly #byName = new Map<string, Organization[]>();
  readonly #byOrder = new Map<number, Organization>();
  readonly #beds = new Map<string, OrganizationFact['value']>();
  readonly #superiors = new Map<string, string | null>();
  readonly names: readonly string[];
  readonly lastOrder: number;

  constructor({ units, facts, relations }: StoredBook, day: string) {
    this.#byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      if (unit.code) this.#byCode.set(unit.code, unit);
      if (unit.status === 'open') this.#byOrder.set(unit.order, unit);
      for (const name of new Set([plainWord(unit.name), plainWord(unit.shortName)])) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), unit]);
      }
    }
    for (const fact of facts.filter((each) => each.key === 'beds' && holdsOn(each, day))) {
      this.#beds.set(fact.organizationId, fact.value);
    }
    for (const link of relations.filter((each) => holdsOn(each, day))) {
      this.#superiors.set(`${link.relation} ${link.organizationId}`, link.superiorId);
    }
    this.names = units.filter(({ status }) => status === 'open').map(({ name }) => name);
    this.lastOrder = units.reduce((last, { order }) => Math.max(last, order), 0);
  }

  get(id: string): Organization | undefined {
    return this.#byId.get(id);
  }

  withCode(code: string): Organization | undefined {
    return this.#byCode.get(code);
  }

  withOrder(order: number): Organization | undefined {
    return this.#byOrder.get(order);
  }

  /** By its full name; by the short one only where no full name is like it. */
  named(text: string): readonly Organization[] {
    const plain = plainWord(text);
    const all = this.#byName.get(plain) ?? [];
    const full = all.filter(({ name }) => plainWord(name) === plain);
    const found = full.length > 0 ? full : all;
    const open = found.filter(({ status }) => status === 'open');
    return open.length > 0 ? open : found;
  }

  bedsOf(id: string): OrganizationFact['value'] | undefined {
    return this.#beds.get(id);
  }

  /** `undefined` without such a relation, `null` directly under the commission. */
  superiorOf(id: string, relation: RelationKind): string | null | undefined {
    return this.#superiors.get(`${relation} ${id}`);
  }
}
