import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';

/** The lists of a campaign whose entries are edited and versioned one by one. */
const lists = {
  clause: 'clauses',
  phase: 'phases',
  task: 'tasks',
  form: 'forms',
  register: 'registers',
  indicator: 'indicators',
  scorecard: 'scorecards',
  dictionary: 'dictionaries',
} as const satisfies Record<Exclude<CampaignPartKind, 'head'>, keyof Campaign>;

export type ListPartKind = keyof typeof lists;
type BodyOf<K extends ListPartKind> = NonNullable<Campaign[(typeof lists)[K]]>[number];
export type CampaignHead = Omit<Campaign, (typeof lists)[ListPartKind]> &
  Pick<Campaign, 'dictionaries'>;

type Placed<K, Body> = { kind: K; key: string; position: number; body: Body };
/** A part of a draft: the head, or one entry of a list with its place in it. */
export type CampaignPart =
  | Placed<'head', CampaignHead>
  | { [K in ListPartKind]: Placed<K, BodyOf<K>> }[ListPartKind];

export const headKey = 'head';
const listKinds = Object.keys(lists) as ListPartKind[];

function headOf(campaign: Campaign): CampaignHead {
  const {
    clauses: _clauses,
    phases: _phases,
    tasks: _tasks,
    forms: _forms,
    registers: _registers,
    indicators: _indicators,
    scorecards: _scorecards,
    dictionaries,
    ...head
  } = campaign;
  // An empty list of dictionaries is not the same document as none.
  return dictionaries === undefined ? head : { ...head, dictionaries: [] };
}

/** The parts of a campaign; together they are the whole of it. */
export function splitCampaign(campaign: Campaign): CampaignPart[] {
  const head: CampaignPart = { kind: 'head', key: headKey, position: 0, body: headOf(campaign) };
  const rest = listKinds.flatMap((kind) =>
    (campaign[lists[kind]] ?? []).map(
      (body, position) => ({ kind, key: body.key, position, body }) as CampaignPart,
    ),
  );
  return [head, ...rest];
}

function entriesOf<K extends ListPartKind>(parts: readonly CampaignPart[], kind: K): BodyOf<K>[] {
  return parts
    .filter((part) => part.kind === kind)
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map((part) => part.body as BodyOf<K>);
}

/** The campaign again, from its parts in any order. */
export function assembleCampaign(parts: readonly CampaignPart[]): Campaign {
  const head = parts.find((part) => part.kind === 'head');
  if (!head) throw new Error('a campaign without a head');
  const { dictionaries, ...rest } = head.body;
  const entries = entriesOf(parts, 'dictionary');
  return {
    ...rest,
    clauses: entriesOf(parts, 'clause'),
    phases: entriesOf(parts, 'phase'),
    tasks: entriesOf(parts, 'task'),
    forms: entriesOf(parts, 'form'),
    registers: entriesOf(parts, 'register'),
    indicators: entriesOf(parts, 'indicator'),
    scorecards: entriesOf(parts, 'scorecard'),
    ...(dictionaries || entries.length > 0 ? { dictionaries: entries } : {}),
  };
}
