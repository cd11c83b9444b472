import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { ImportChange, ImportHeading, ImportOutcome } from '#schema/contracts/imports.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { leaderWord, plainWord, roleNames, selfNames } from '#schema/contracts/unit-words.ts';
import type { ProblemCode, RowProblem } from './import-problems.domain.ts';
import type { FileRow } from './import-rows.domain.ts';
import { maskName, maskPhone } from './invitations.domain.ts';
import { createUnitFinder } from './named-unit.domain.ts';
import { readPersonRow } from './people-rows.domain.ts';
import type { PersonRow } from './people-rows.domain.ts';
import { UnitBook } from './unit-book.domain.ts';

export type Seat = {
  readonly organizationId: string | null;
  readonly role: Role;
  readonly relation: RelationKind | null;
};

/** An account that has the login name already, with the posts it holds or will hold. */
export type KnownAccount = { readonly unitName: string | null; readonly seats: readonly Seat[] };

/** An invitation that waits under the login name. */
export type KnownInvitation = Seat & {
  readonly id: string;
  readonly version: number;
  readonly state: 'asked' | 'authorized';
  readonly unitName: string | null;
  readonly post: string;
  readonly addressee: string | null;
  /** The number itself, to be compared with and shown to nobody. */
  readonly phone: string | null;
  readonly from: string | null;
};

/** What taking a row writes: an invitation to be authorized, and nothing that lets anybody in. */
export type PersonPlan = Seat & {
  readonly id: string;
  /** Of the invitation that is changed; nothing for a new one. */
  readonly version: number | null;
  readonly username: string;
  readonly addressee: string;
  readonly phone: string | null;
  readonly post: string;
  readonly from: string | null;
};

export type PlannedPersonRow = {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly problems: readonly RowProblem[];
  readonly changes: readonly ImportChange[];
  readonly plan: PersonPlan | null;
};

/** Why a post cannot stand where it is said to, as the roles say. */
type SeatFault = 'elsewhere' | 'unit-missing' | 'unit-needless' | 'reach-too-wide';
type FindFault = (seat: {
  role: Role;
  organizationId?: string;
  relation?: string;
}) => SeatFault | undefined;

export type PeoplePlanInput = {
  readonly rows: readonly FileRow[];
  readonly headings: readonly ImportHeading[];
  readonly units: readonly Organization[];
  readonly accounts: ReadonlyMap<string, KnownAccount>;
  readonly invitations: ReadonlyMap<string, KnownInvitation>;
  /** The commission's own names beside 本委 and 本局. */
  readonly self: readonly string[];
  readonly faultOf: FindFault;
  readonly nextId: () => string;
};

/** Holds every row against the units, the accounts, what waits, and the other rows. */
export function planPeople(input: PeoplePlanInput): PlannedPersonRow[] {
  const book = new UnitBook({ units: input.units, facts: [], relations: [] }, '');
  const self = new Set([...selfNames, ...input.self].map(plainWord));
  const seatOf = createSeating(book, self, input.faultOf);
  const said = input.rows.map((row) => readPersonRow(input.headings, row));
  const drafts = said.map((row) => ({ said: row, seat: seatOf(row) }));
  findSamePersons(drafts, book);
  return drafts.map((draft) => settle(draft, input, book));
}

type Draft = { readonly said: PersonRow; readonly seat: Seat | undefined };

const complain = (
  { problems }: PersonRow,
  column: string,
  code: ProblemCode,
  values: RowProblem['values'] = {},
) => problems.push({ column, code, values });

function createSeating(book: UnitBook, self: ReadonlySet<string>, faultOf: FindFault) {
  const find = createUnitFinder(book);
  const unitOf = (row: PersonRow, text: string): Organization | undefined => {
    const found = find(text);
    if ('code' in found) complain(row, 'unit', found.code, found.values);
    else if (found.unit.status !== 'open') {
      complain(row, 'unit', 'unit-gone', { unit: found.unit.name });
    } else return found.unit;
    return undefined;
  };
  return (row: PersonRow): Seat | undefined => {
    if (row.unit === undefined) return undefined;
    const isSelf = self.has(plainWord(row.unit));
    const unit = isSelf ? undefined : unitOf(row, row.unit);
    if (row.role === undefined || (!isSelf && unit === undefined)) return undefined;
    const leader = isSelf ? 'commission-signer' : 'hospital-head';
    const role = row.role === leaderWord ? leader : row.role;
    const relation = row.relation ?? null;
    const place = unit === undefined ? {} : { organizationId: unit.id };
    const fault = faultOf({
      role,
      ...place,
      ...(relation === null ? {} : { relation }),
    });
    if (fault === undefined) return { organizationId: unit?.id ?? null, role, relation };
    complain(row, fault === 'reach-too-wide' ? 'reach' : 'unit', `role-${fault}`);
    return undefined;
  };
}

const isSameSeat = (left: Seat, right: Seat): boolean =>
  left.organizationId === right.organizationId &&
  left.role === right.role &&
  left.relation === right.relation;

/** One person is one row: told by the login name, or by name and phone together. */
function findSamePersons(drafts: readonly Draft[], book: UnitBook): void {
  const names = new Map<string, Draft>();
  const faces = new Map<string, Draft>();
  for (const draft of drafts) {
    const { said } = draft;
    const { username, addressee, phone } = said;
    const face = addressee && phone ? `${plainWord(addressee)} ${phone}` : undefined;
    const namesake = username === undefined ? undefined : names.get(username);
    const double = face === undefined ? undefined : faces.get(face);
    if (namesake !== undefined) {
      const elsewhere = unitOfDraft(namesake) !== unitOfDraft(draft);
      const unit = nameOfUnit(namesake, book);
      const code = elsewhere ? 'person-elsewhere' : 'twice-in-file';
      complain(said, 'username', code, { row: namesake.said.row, unit });
    } else if (username !== undefined && double !== undefined) {
      const unit = nameOfUnit(double, book);
      complain(said, 'addressee', 'person-double', { row: double.said.row, unit });
    }
    if (username !== undefined && namesake === undefined) names.set(username, draft);
    if (face !== undefined && double === undefined) faces.set(face, draft);
  }
}

const unitOfDraft = ({ said, seat }: Draft): string =>
  seat?.organizationId ?? plainWord(said.unit ?? '');

const nameOfUnit = ({ said, seat }: Draft, book: UnitBook): string =>
  (seat?.organizationId ? book.get(seat.organizationId)?.name : undefined) ?? said.unit ?? '';

const answer = (
  row: number,
  outcome: ImportOutcome,
  more: Partial<Pick<PlannedPersonRow, 'problems' | 'changes' | 'plan'>> = {},
): PlannedPersonRow => ({ row, outcome, problems: [], changes: [], plan: null, ...more });

function settle({ said, seat }: Draft, input: PeoplePlanInput, book: UnitBook): PlannedPersonRow {
  const { row, username, addressee, problems } = said;
  const wrong = () => answer(row, 'error', { problems });
  if (problems.length > 0 || !seat || username === undefined || addressee === undefined) {
    return wrong();
  }
  const account = input.accounts.get(username);
  if (account !== undefined) {
    if (account.seats.some((each) => isSameSeat(each, seat))) return answer(row, 'unchanged');
    complain(said, 'username', 'account-exists', { unit: account.unitName ?? selfNames[0] });
    return wrong();
  }
  const plan: PersonPlan = {
    ...seat,
    id: '',
    version: null,
    username,
    addressee,
    phone: said.phone ?? null,
    post: said.post ?? roleNames[seat.role]?.[0] ?? seat.role,
    from: said.from ?? null,
  };
  const waiting = input.invitations.get(username);
  if (waiting === undefined) return answer(row, 'new', { plan: { ...plan, id: input.nextId() } });
  const changes = changesOf(waiting, plan, book);
  if (changes.length === 0) return answer(row, 'unchanged');
  if (waiting.state === 'authorized') {
    complain(said, 'username', 'invitation-authorized', {
      unit: waiting.unitName ?? selfNames[0],
    });
    return wrong();
  }
  const { id, version } = waiting;
  return answer(row, 'changed', { changes, plan: { ...plan, id, version } });
}

/** Names and phones are told apart without being shown. */
function changesOf(known: KnownInvitation, plan: PersonPlan, book: UnitBook): ImportChange[] {
  const unitName = (id: string | null) => (id === null ? selfNames[0] : (book.get(id)?.name ?? id));
  const pairs = [
    ['unit', unitName(known.organizationId), unitName(plan.organizationId)],
    ['role', known.role, plan.role],
    ['reach', known.relation, plan.relation],
    ['post', known.post, plan.post],
    ['from', known.from, plan.from],
  ] as const;
  const changes = pairs.flatMap(([column, before, after]) =>
    before === after ? [] : [{ column, before, after }],
  );
  return [
    ...masked('addressee', maskName, [known.addressee, plan.addressee]),
    ...changes,
    ...masked('phone', maskPhone, [known.phone, plan.phone]),
  ];
}

/** Two that differ may look the same behind their masks: they are a change all the same. */
function masked(
  column: string,
  mask: (text: string) => string,
  [before, after]: readonly [before: string | null, after: string | null],
): ImportChange[] {
  if (before === after) return [];
  const shown = (text: string | null) => (text === null ? null : mask(text));
  return [{ column, before: shown(before), after: shown(after) }];
}
