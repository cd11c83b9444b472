// What this program uses and Chromium 86 lacks; every application and the PDF worker load it first.
const define = (owner: object, name: string, value: unknown): void => {
  if (!(name in owner)) {
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  }
};

type Test = (value: unknown, index: number, all: readonly unknown[]) => unknown;
type Order = (left: unknown, right: unknown) => number;

function at(this: ArrayLike<unknown>, index: number): unknown {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

function findLastIndex(this: readonly unknown[], test: Test): number {
  for (let place = this.length - 1; place >= 0; place -= 1) {
    if (test(this[place], place, this)) return place;
  }
  return -1;
}

function findLast(this: readonly unknown[], test: Test): unknown {
  return this[findLastIndex.call(this, test)];
}

function toSorted(this: readonly unknown[], order?: Order): unknown[] {
  return [...this].sort(order);
}

function toReversed(this: readonly unknown[]): unknown[] {
  return [...this].reverse();
}

type BuiltIns = { arrays: object; strings: object; typedArrays: object; object: object };

/** Adds to these prototypes what they lack, unseen by loops; what is there stays as it is. */
export const addMissing = ({ arrays, strings, typedArrays, object }: BuiltIns): void => {
  for (const owner of [arrays, strings, typedArrays]) define(owner, 'at', at);
  define(arrays, 'findLast', findLast);
  define(arrays, 'findLastIndex', findLastIndex);
  define(arrays, 'toSorted', toSorted);
  define(arrays, 'toReversed', toReversed);
  define(object, 'hasOwn', (owner: object, key: PropertyKey) =>
    Object.prototype.hasOwnProperty.call(owner, key),
  );
};

addMissing({
  arrays: Array.prototype,
  strings: String.prototype,
  typedArrays: Object.getPrototypeOf(Uint8Array.prototype) as object,
  object: Object,
});
