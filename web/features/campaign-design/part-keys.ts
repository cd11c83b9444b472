/** A key nobody has to think about: `field-3`, the first number that is free. */
export const freeKey = (stem: string, taken: Iterable<string>): string => {
  const used = new Set(taken);
  let number = 1;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
};

/** A list with one item moved to where another stands; the same list where there is nowhere to go. */
export const moved = <Item>(list: readonly Item[], from: number, to: number): readonly Item[] => {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length || from === to) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
};

/** An object with one property set, or left out where there is nothing to say. */
export const withProperty = <Holder extends object, Name extends keyof Holder>(
  holder: Holder,
  name: Name,
  value: Holder[Name] | undefined,
): Holder => {
  const { [name]: _before, ...rest } = holder;
  // The property is put back unless it may be absent.
  return (value === undefined ? rest : { ...holder, [name]: value }) as Holder;
};
