import { describe, expect, it } from 'vitest';
import type { Authority, Grant, Role } from '#schema/contracts/permission.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { emptyTally, ownAddressees, ownIssuers, ownUnits, waitingOf } from './waiting.domain.ts';
import type { OpenStep, RangeTally, UnitTally } from './waiting.domain.ts';

const grant = (role: Role, organizationId: string | null): Grant => ({
  id: `grt_${role}_${organizationId}`,
  role,
  permissions: [...permissionsOf(role)],
  relation: null,
  organizationId,
  path: null,
  from: '2020-01-01',
  to: null,
});
const person = (...grants: Grant[]): Authority => ({ personId: 'per_1', grants, recusedFrom: [] });
const clerk = person(grant('hospital-clerk', 'org_1'));

const tally = (changes: Partial<UnitTally>): UnitTally => ({ ...emptyTally, ...changes });
const ask = (
  authority: Authority,
  facts: {
    units?: Record<string, UnitTally>;
    steps?: OpenStep[];
    range?: RangeTally;
  },
) =>
  waitingOf(authority, {
    units: new Map(Object.entries(facts.units ?? {})),
    steps: facts.steps ?? [],
    range: facts.range,
  });

describe('what waits at a unit', () => {
  const units = { org_1: tally({ overdue: 1, soon: 2, returned: 3, signFor: 4 }) };

  it('is told to who files, the most urgent first', () => {
    expect(ask(clerk, { units })).toEqual([
      { kind: 'overdue', count: 1, href: '/' },
      { kind: 'returned', count: 3, href: '/' },
      { kind: 'due-soon', count: 2, href: '/' },
      { kind: 'sign-for', count: 4, href: '/' },
    ]);
  });

  it('is not told to who only fills in a part, nor to the head', () => {
    expect(ask(person(grant('hospital-department', 'org_1')), { units })).toEqual([]);
    expect(ask(person(grant('hospital-head', 'org_1')), { units })).toEqual([]);
  });

  it('is not told of another unit', () => {
    expect(ask(person(grant('hospital-clerk', 'org_2')), { units })).toEqual([]);
  });

  it('is added up for a clerk of several units, each unit once', () => {
    const both = person(grant('hospital-clerk', 'org_1'), grant('hospital-clerk', 'org_2'));
    const twice = person(grant('hospital-clerk', 'org_1'), grant('bureau-reviewer', 'org_1'));
    const two = { ...units, org_2: tally({ overdue: 5 }) };
    expect(ask(both, { units: two })[0]).toMatchObject({ kind: 'overdue', count: 6 });
    expect(ask(twice, { units })[0]).toMatchObject({ kind: 'overdue', count: 1 });
  });

  it('is an answer to sign for with who files, and a paper upward to sign with the head', () => {
    const open = { org_1: tally({ answers: 1, petitionSign: 2 }) };
    expect(ask(clerk, { units: open })).toEqual([
      { kind: 'answers', count: 1, href: '/petitions' },
    ]);
    const head = person(grant('hospital-head', 'org_1'), grant('hospital-head', 'org_1'));
    expect(ask(head, { units: open })).toEqual([
      { kind: 'petition-sign', count: 2, href: '/petitions' },
    ]);
    expect(ask(person(grant('hospital-head', 'org_2')), { units: open })).toEqual([]);
  });

  it('is nothing where nothing is open', () => {
    expect(ask(clerk, { units: { org_1: emptyTally } })).toEqual([]);
    expect(ask(clerk, {})).toEqual([]);
  });
});

describe('a sign-off inside a unit', () => {
  const signOff = new Map([
    ['filler', 1],
    ['department-head', 2],
    ['head', 4],
  ]);
  const units = { org_1: tally({ signOff }) };
  const countFor = (role: Role) => ask(person(grant(role, 'org_1')), { units })[0]?.count;

  it('waits for the post whose turn it is', () => {
    expect(countFor('hospital-clerk')).toBe(1);
    expect(countFor('hospital-department')).toBe(2);
    expect(countFor('hospital-head')).toBe(6);
  });

  it('waits for nobody of another unit, and for nobody of the authority', () => {
    expect(ask(person(grant('hospital-head', 'org_2')), { units })).toEqual([]);
    expect(ask(person(grant('bureau-reviewer', 'org_1')), { units })).toEqual([]);
  });

  it('counts once for a person who bears the same post twice', () => {
    const twice = person(grant('hospital-head', 'org_1'), {
      ...grant('hospital-head', 'org_1'),
      id: 'grt_again',
    });
    expect(ask(twice, { units })[0]?.count).toBe(6);
  });
});

describe('a step of an approval', () => {
  const step = (changes: Partial<OpenStep>): OpenStep => ({
    subjectKind: 'campaign-draft',
    role: 'checker',
    organizationId: null,
    count: 1,
    ...changes,
  });
  const waits = (role: Role, changes: Partial<OpenStep>, unit: string | null = null) =>
    ask(person(grant(role, unit)), { steps: [step(changes)] }).length === 1;

  it('waits for the post of the commission that bears it', () => {
    expect(waits('commission-checker', {})).toBe(true);
    expect(waits('commission-signer', { role: 'signer' })).toBe(true);
    expect(waits('commission-drafter', {})).toBe(false);
    expect(waits('commission-checker', { role: 'signer' })).toBe(false);
  });

  it('of a request waits at its issuer and nowhere else', () => {
    const request = { subjectKind: 'request', role: 'signer' };
    expect(waits('bureau-reviewer', { ...request, organizationId: 'org_b' }, 'org_b')).toBe(true);
    expect(waits('bureau-reviewer', { ...request, organizationId: 'org_c' }, 'org_b')).toBe(false);
    expect(waits('commission-signer', { ...request, organizationId: 'org_b' })).toBe(false);
    expect(waits('commission-signer', request)).toBe(true);
  });

  it('of 上报数据 waits for who checks or answers for it', () => {
    const snapshot = { subjectKind: 'snapshot', role: 'commission-signer' };
    expect(waits('commission-signer', snapshot)).toBe(true);
    expect(waits('commission-checker', snapshot)).toBe(false);
  });

  it('of a paper of the office waits for its checker and its signer', () => {
    const bulletin = { subjectKind: 'bulletin' };
    expect(waits('commission-checker', bulletin)).toBe(true);
    expect(waits('commission-checker', { ...bulletin, role: 'countersigner' })).toBe(true);
    expect(waits('commission-signer', { ...bulletin, role: 'signer' })).toBe(true);
    expect(waits('commission-drafter', bulletin)).toBe(false);
  });

  it('of a kind that is not known waits for nobody', () => {
    expect(waits('commission-checker', { subjectKind: 'selection' })).toBe(false);
    expect(waits('commission-checker', { role: 'filler' })).toBe(false);
  });
});

describe('an office', () => {
  it('is told what its range holds, with where the work is', () => {
    const range = { review: 3, rulings: 1, replies: 2, petitions: 4, proposals: 1 };
    expect(ask(person(grant('commission-checker', null)), { range })).toEqual([
      { kind: 'rulings', count: 1, href: '/console/reviews?state=ruling' },
      { kind: 'review', count: 3, href: '/console/reviews' },
      { kind: 'replies', count: 2, href: '/console/requests' },
      { kind: 'petitions', count: 4, href: '/console/petitions' },
      { kind: 'proposals', count: 1, href: '/console/proposals' },
    ]);
  });

  it('looks at replies as the issuer it sits at', () => {
    expect(ownIssuers(person(grant('commission-drafter', null)))).toEqual(['']);
    expect(ownIssuers(person(grant('bureau-reviewer', 'org_b')))).toEqual(['org_b']);
    expect(ownIssuers(person(grant('bureau-reviewer', null)))).toEqual([]);
    expect(ownIssuers(clerk)).toEqual([]);
  });

  it('handles what came from below as the office it sits at', () => {
    expect(ownAddressees(person(grant('commission-checker', null)))).toEqual(['']);
    expect(ownAddressees(person(grant('bureau-reviewer', 'org_b')))).toEqual(['org_b']);
    expect(ownAddressees(person(grant('bureau-reviewer', null)))).toEqual([]);
    expect(ownAddressees(clerk)).toEqual([]);
  });

  it('has its own unit’s filings too, and no unit where it is the commission', () => {
    expect(ownUnits(person(grant('bureau-reviewer', 'org_b')))).toEqual(['org_b']);
    expect(ownUnits(person(grant('commission-drafter', null)))).toEqual([]);
    expect(ownUnits(person(grant('audit-admin', null)))).toEqual([]);
  });
});
