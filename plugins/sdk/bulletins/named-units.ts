type Unit = { id: string; name: string; shortName: string };

const shortest = 4;

/**
 * The units a text names, in the order given, which is the official one. A longer name is taken
 * first, so that 东区第一医院 is not seen in 东区第一医院南院; a short name counts where it is one
 * unit's alone.
 */
export function namedUnits<U extends Unit>(text: string, units: readonly U[]): U[] {
  const counted = new Map<string, number>();
  for (const { shortName } of units) counted.set(shortName, (counted.get(shortName) ?? 0) + 1);
  const names = units.flatMap((unit) => {
    const isOwn = unit.shortName.length >= shortest && counted.get(unit.shortName) === 1;
    const own = isOwn && unit.shortName !== unit.name ? [unit.shortName] : [];
    return [unit.name, ...own].map((name) => ({ name, unit }));
  });
  const present = names
    .filter(({ name }) => name !== '' && text.includes(name))
    .toSorted((left, right) => right.name.length - left.name.length);
  const found = new Set<U>();
  let rest = text;
  for (const { name, unit } of present) {
    if (!rest.includes(name)) continue;
    found.add(unit);
    rest = rest.replaceAll(name, '\n');
  }
  return units.filter((unit) => found.has(unit));
}

type Classed = { kind: string; level: string | null };

const kindNames: Readonly<Record<string, string>> = {
  bureau: '某卫生健康行政部门',
  hospital: '某医院',
};
const levelNames: Readonly<Record<string, string>> = {
  tertiary: '某三级医院',
  secondary: '某二级医院',
  primary: '某一级医院',
  ungraded: '某未定级医院',
};

/** A unit that is not named: 某三级医院. */
export function classOf({ kind, level }: Classed): string {
  if (kind === 'hospital' && level !== null) return levelNames[level] ?? '某医院';
  return kindNames[kind] ?? '某单位';
}
