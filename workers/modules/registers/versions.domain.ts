import { canonicalJson } from '#plugins/sdk/canonical.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { RegisterDefinition } from './registers.domain.ts';
import type { StoredEntry } from './stored-entry.domain.ts';

/** What says how one entry is handled; the rest of a register is about the list as a whole. */
const handling = [
  'form',
  'responsible',
  'workflow',
  'clocks',
  'channels',
  'links',
  'handOver',
  'master',
  'duties',
] as const satisfies readonly (keyof Register)[];
type Handling = Pick<Register, (typeof handling)[number]>;

const isHandling = (key: string): boolean => handling.some((each) => each === key);

function handlingOf(register: Register): Handling {
  return Object.fromEntries(Object.entries(register).filter(([key]) => isHandling(key)));
}

/**
 * An entry is handled by the version it stands on; what the list is called, who is in it and who
 * sees it is as of now. What either version masks stays masked.
 */
export function readAs(now: RegisterDefinition, own: RegisterDefinition): RegisterDefinition {
  if (now.versionHash === own.versionHash) return now;
  const list = Object.fromEntries(
    Object.entries(now.register).filter(([key]) => !isHandling(key)),
  ) as Omit<Register, keyof Handling>;
  const visibility = seenAs(now.register.visibility, own.register.visibility);
  return {
    ...own,
    register: {
      ...list,
      ...handlingOf(own.register),
      ...(visibility === undefined ? {} : { visibility }),
    },
  };
}

type Visibility = Register['visibility'];

function seenAs(now: Visibility, own: Visibility): Visibility {
  if (now === undefined && own === undefined) return undefined;
  const masked = [...new Set([...(now?.masked ?? []), ...(own?.masked ?? [])])];
  return {
    units: now?.units ?? 'above',
    // In which states it is shown is a matter of the workflow that it goes through.
    ...(own?.embargo === undefined ? {} : { embargo: own.embargo }),
    ...(masked.length === 0 ? {} : { masked }),
  };
}

type Side = Pick<RegisterDefinition, 'register' | 'form'>;

/** Whether an entry of this row is handled alike under both. */
export function handlesTheSame(
  before: Side,
  after: Side,
  { masterRow }: Pick<StoredEntry, 'masterRow'>,
): boolean {
  return sayingOf(before, masterRow) === sayingOf(after, masterRow);
}

/** Worked out once for a definition: a register has thousands of entries, and few rows. */
const sayings = new WeakMap<Side, Map<string | null, string>>();

function sayingOf(side: Side, masterRow: string | null): string {
  const known = sayings.get(side) ?? new Map<string | null, string>();
  sayings.set(side, known);
  const said = known.get(masterRow) ?? sayOf(side, masterRow);
  known.set(masterRow, said);
  return said;
}

function sayOf({ register, form }: Side, masterRow: string | null): string {
  const { master, ...rest } = handlingOf(register);
  const row = master?.rows.find(({ key }) => key === masterRow);
  return canonicalJson({
    rest,
    form,
    row: row === undefined ? null : { title: row.title, words: row.words ?? null },
    embargo: register.visibility?.embargo ?? null,
  });
}
