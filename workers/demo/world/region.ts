/** How much of a world is made: a handful of units for tests, or the demo of an installation. */
export const scales = ['tiny', 'demo'] as const;
export type Scale = (typeof scales)[number];

/** Units with accounts, by the columns in which a commission counts them. */
export type UnitCounts = {
  readonly tertiary: number;
  readonly secondary: number;
  /** 一级 and 未定级 hospitals. */
  readonly small: number;
  /** 乡镇卫生院 and 社区卫生服务中心. */
  readonly grassroots: number;
  readonly publicHealth: number;
  readonly bureaus: number;
  /** Bureaus below other bureaus. */
  readonly counties: number;
  /** 机关科室. */
  readonly departments: number;
};

export type UnitColumn = keyof UnitCounts;

/** A place with an organ of its own; names are invented. */
export type Place = {
  readonly name: string;
  readonly bureau: string;
  readonly tags?: readonly string[];
};

/** What a demo region is made of. Everything a region has of its own stands in such a plan. */
export type RegionPlan = {
  readonly slug: string;
  readonly counts: Readonly<Record<Scale, UnitCounts>>;
  /** How many of a column stand directly under the commission, whatever else there is. */
  readonly direct: Readonly<Partial<Record<UnitColumn, number>>>;
  /** How many of the small hospitals are private. */
  readonly privateSmall: Readonly<Record<Scale, number>>;
  readonly places: readonly Place[];
  readonly counties: readonly Place[];
  readonly departments: readonly string[];
  /** Names of units directly under the commission, in official order. */
  readonly directNames: Readonly<Partial<Record<UnitColumn, readonly string[]>>>;
  /** Patterns behind a place's name. */
  readonly patterns: Readonly<Partial<Record<UnitColumn, readonly string[]>>>;
  /** Invented names of towns and streets. */
  readonly towns: readonly string[];
  readonly centre: 'township' | 'community' | 'both';
  readonly brands: readonly string[];
  /** The organ that is no health commission; a place's name, a department's, or one outside. */
  readonly foreignOrgan: string;
  /** The unit that stands under that organ, where the organ itself is outside. */
  readonly foreignUnit?: string;
  /** The organ that a 中医 unit stands under instead of the health bureau of its place. */
  readonly traditionalOrgan: string;
  /** This year's paper as it was issued: its typed number, month and day. */
  readonly issue: { readonly number: string; readonly on: string };
  /** Its half-year is still to be reported upwards, for somebody to do. */
  readonly unreported?: boolean;
  /** Where a hospital keeps a campus outside its own district. */
  readonly campusPlace: string;
};
