import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingForm as form } from '../testing/forms.fixtures.ts';
import { applyChanges, emptyDraft, mergeFieldChanges, revisionOf, valueAt } from './drafts.ts';
import type { DraftState, FieldChange } from './drafts.ts';

const merge = (state: DraftState, changes: FieldChange[]) =>
  mergeFieldChanges(form, state, changes);

const saved = merge(emptyDraft, [
  { path: 'people', value: 10, basedOn: 0 },
  { path: 'problems/r1/problem', value: '台账不全', basedOn: 0 },
  { path: 'problems/r2', value: { problem: '未公示', state: 'open' }, basedOn: 0 },
]).state;

describe('two people in one draft', () => {
  it('merge when they change different fields, different cells of a row included', () => {
    const first = merge(saved, [{ path: 'problems/r1/state', value: 'open', basedOn: 0 }]);
    const second = merge(first.state, [
      { path: 'people', value: 12, basedOn: 1 },
      { path: 'problems/r1/problem', value: '台账缺页', basedOn: 1 },
    ]);
    expect(second.conflicts).toEqual([]);
    expect(second.state.answers).toMatchObject({
      people: 12,
      problems: [{ id: 'r1', problem: '台账缺页', state: 'open' }, { id: 'r2' }],
    });
  });

  it('get both values back when they change the same field', () => {
    const first = merge(saved, [{ path: 'people', value: 11, basedOn: 1 }]);
    const second = merge(first.state, [{ path: 'people', value: 12, basedOn: 1 }]);
    expect(second.conflicts).toEqual([
      { path: 'people', yours: 12, theirs: 11, basedOn: 1, revision: 2 },
    ]);
    expect(second.state.answers['people']).toBe(11);
  });

  it('have no quarrel when both wrote the same', () => {
    const first = merge(saved, [{ path: 'people', value: 11, basedOn: 1 }]);
    const second = merge(first.state, [{ path: 'people', value: 11, basedOn: 1 }]);
    expect(second).toMatchObject({ conflicts: [], applied: [] });
  });

  it('do not lose a cell written while the other took the row away', () => {
    const removed = merge(saved, [{ path: 'problems/r1', value: null, basedOn: 1 }]);
    expect(valueAt(removed.state, 'problems/r1')).toBeUndefined();
    const late = merge(removed.state, [{ path: 'problems/r1/problem', value: '补充', basedOn: 1 }]);
    expect(late.conflicts).toMatchObject([{ yours: '补充', theirs: undefined }]);
    expect(valueAt(late.state, 'problems/r1')).toBeUndefined();
  });

  it('do not take away a row that the other has just changed', () => {
    const changed = merge(saved, [{ path: 'problems/r1/problem', value: '台账缺页', basedOn: 1 }]);
    const removal = merge(changed.state, [{ path: 'problems/r1', value: null, basedOn: 1 }]);
    expect(removal.conflicts).toMatchObject([{ path: 'problems/r1', yours: null }]);
    expect(valueAt(removal.state, 'problems/r1/problem')).toBe('台账缺页');
  });

  it('can bring a removed row back knowingly', () => {
    const removed = merge(saved, [{ path: 'problems/r1', value: null, basedOn: 1 }]).state;
    const basedOn = revisionOf(removed, 'problems/r1');
    const back = merge(removed, [{ path: 'problems/r1', value: { problem: '台账不全' }, basedOn }]);
    expect(back.conflicts).toEqual([]);
    expect(valueAt(back.state, 'problems/r1/problem')).toBe('台账不全');
  });
});

describe('one author’s changes', () => {
  it('may touch the same field twice', () => {
    const { state, conflicts } = merge(saved, [
      { path: 'people', value: 11, basedOn: 1 },
      { path: 'people', value: 12, basedOn: 1 },
    ]);
    expect([state.answers['people'], conflicts]).toEqual([12, []]);
  });

  it('may write a row and then take it away', () => {
    const { state, conflicts } = merge(saved, [
      { path: 'problems/r1/problem', value: '写错了', basedOn: 1 },
      { path: 'problems/r1', value: null, basedOn: 1 },
    ]);
    expect(conflicts).toEqual([]);
    expect(valueAt(state, 'problems/r1')).toBeUndefined();
  });

  it('empty a field without leaving a null behind', () => {
    const { state } = merge(saved, [{ path: 'people', value: null, basedOn: 1 }]);
    expect('people' in state.answers).toBe(false);
  });

  it.each([
    ['nowhere', 1, 'forms.unknown-field'],
    ['people/r1', 1, 'forms.unknown-field'],
    ['people', '很多', 'forms.integer'],
    ['beds', 20, 'forms.not-asked'],
    ['amount-total', 5, 'forms.not-asked'],
    ['training', 'x', 'forms.not-asked'],
    ['problems', [], 'forms.row-id'],
    ['problems/r1/colour', 'red', 'forms.unknown-field'],
    ['problems/r1/state', 'lost', 'forms.choice'],
    ['problems/r1', { state: 'lost' }, 'forms.choice'],
    ['problems/r1', 'text', 'forms.table'],
    ['problems/r1/x/y', 1, 'forms.unknown-field'],
  ])('at %s with %j are refused with a reason', (path, value, code) => {
    const { state, refused } = merge(saved, [{ path, value, basedOn: 0 }]);
    expect(refused.map((each) => each.code)).toEqual([code]);
    expect(state).toBe(saved);
  });
});

const anyPlace = fc.constantFrom(
  'people',
  'closed',
  'problems/r1/amount',
  'problems/r2/amount',
  'problems/r3/amount',
);
const anyChanges = fc.uniqueArray(
  fc.record({ path: anyPlace, value: fc.option(fc.nat(99)), basedOn: fc.nat(2) }),
  { selector: ({ path }) => path, maxLength: 5 },
);

describe('merging', () => {
  it('loses nothing: each value stands in the draft or comes back beside the other', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (theirs, mine) => {
        const before = merge(saved, theirs).state;
        const { state, conflicts } = merge(before, mine);
        const told = new Map(conflicts.map((each) => [each.path, each]));
        const kept = mine.filter(({ path }) => !told.has(path));
        expect(kept.map(({ path }) => valueAt(state, path) ?? null)).toEqual(
          kept.map(({ value }) => value),
        );
        const beside = mine.filter(({ path }) => told.has(path));
        expect(beside.map(({ path }) => [told.get(path)?.yours, told.get(path)?.theirs])).toEqual(
          beside.map(({ path, value }) => [value, valueAt(before, path)]),
        );
        const touched = new Set<string>(mine.map(({ path }) => path));
        const places = ['people', 'closed', 'problems/r1/problem', 'problems/r2/state'];
        const untouched = places.filter((path) => !touched.has(path));
        expect(untouched.map((path) => valueAt(state, path))).toEqual(
          untouched.map((path) => valueAt(before, path)),
        );
      }),
    );
  });

  it('comes to the same answers in either order when the places differ', () => {
    fc.assert(
      fc.property(anyChanges, fc.nat(5), (changes, cut) => {
        const fresh = changes.map((each) => ({ ...each, basedOn: revisionOf(saved, each.path) }));
        const [left, right] = [fresh.slice(0, cut), fresh.slice(cut)];
        const one = merge(merge(saved, left).state, right);
        const other = merge(merge(saved, right).state, left);
        expect([...one.conflicts, ...other.conflicts]).toEqual([]);
        expect(one.state.answers).toEqual(other.state.answers);
      }),
    );
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const fresh = changes.map((each) => ({ ...each, basedOn: revisionOf(saved, each.path) }));
        const once = merge(saved, fresh);
        const twice = merge(once.state, fresh);
        expect([twice.state, twice.applied, twice.conflicts]).toEqual([once.state, [], []]);
      }),
    );
  });

  it('raises a revision for every change applied', () => {
    fc.assert(
      fc.property(anyPlace, fc.nat(9), (path, value) => {
        const after = applyChanges(saved, [{ path, value }]);
        expect(revisionOf(after, path)).toBe(revisionOf(saved, path) + 1);
      }),
    );
  });
});
