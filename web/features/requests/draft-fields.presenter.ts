import type { Audience, OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { AddresseePart, Recipients, RequestDraft } from '#schema/contracts/requests.ts';
import { parseDay } from '#web/shared/dates.ts';
import { isHour } from './moment.presenter.ts';

export type NamedUnit = Recipients['units'][number];
type Level = Extract<Audience, { level: unknown }>['level'][number];
type Basis = NonNullable<RequestDraft['basis']>;

/** The page as it is written: texts as typed, however incomplete. */
export type DraftFields = {
  title: string;
  text: string;
  from: string;
  basisKind: Basis['kind'];
  basisWords: string;
  basisNumber: string;
  basisOn: string;
  cites: Basis['cites'];
  /** Whether units are reached by conditions at all. */
  byAudience: boolean;
  kinds: readonly string[];
  levels: readonly string[];
  relation: string;
  /** Conditions that this page cannot show; they stay as they are. */
  custom: Audience | undefined;
  units: readonly NamedUnit[];
  dueOn: string;
  hour: string;
  every: 'week' | 'month' | '';
  until: string;
  stampedScan: boolean;
  nilReply: boolean;
  minutes: string;
  chain: NonNullable<RequestDraft['chain']>;
  form: Form | undefined;
};

/** Each part of the text and the fields that it is written in. */
export const fieldsOfPart = {
  title: ['title'],
  text: ['text'],
  from: ['from'],
  basis: ['basisKind', 'basisWords', 'basisNumber', 'basisOn', 'cites'],
  to: ['byAudience', 'kinds', 'levels', 'relation', 'custom', 'units'],
  deadline: ['dueOn', 'hour'],
  repeats: ['every', 'until'],
  stampedScan: ['stampedScan'],
  nilReply: ['nilReply'],
  minutes: ['minutes'],
  chain: ['chain'],
  form: ['form'],
} as const satisfies Record<keyof RequestDraft, readonly (keyof DraftFields)[]>;

type Simple = Pick<DraftFields, 'kinds' | 'levels' | 'relation'>;

/** `supervision:tenant`, `territory:any-bureau`; a named superior is none of these. */
const relationText = (audience: Extract<Audience, { relation: unknown }>): string | undefined =>
  typeof audience.to === 'string' ? `${audience.relation}:${audience.to}` : undefined;

const readPart = (found: Simple, part: Audience): Simple | undefined => {
  if ('kind' in part && found.kinds.length === 0) return { ...found, kinds: part.kind };
  if ('level' in part && found.levels.length === 0) return { ...found, levels: part.level };
  if ('relation' in part && found.relation === '') {
    const relation = relationText(part);
    return relation === undefined ? undefined : { ...found, relation };
  }
  return undefined;
};

/** Kind, level and relation, where nothing else is asked; else nothing. */
export const readAudience = (audience: Audience): Simple | undefined => {
  const parts = 'all' in audience ? audience.all : [audience];
  const empty: Simple = { kinds: [], levels: [], relation: '' };
  return parts.reduce<Simple | undefined>((found, part) => found && readPart(found, part), empty);
};

/** The relations a request can be addressed by, with the words of each. */
export const relations = [
  { value: 'supervision:tenant', name: 'supervision-tenant' },
  { value: 'supervision:any-bureau', name: 'supervision-any-bureau' },
  { value: 'territory:tenant', name: 'territory-tenant' },
  { value: 'territory:any-bureau', name: 'territory-any-bureau' },
] as const;

const relationOf = (text: string): Audience[] => {
  const [relation, to] = text.split(':');
  if (relation !== 'supervision' && relation !== 'territory') return [];
  return to === 'tenant' || to === 'any-bureau' ? [{ relation, to }] : [];
};

/** What was chosen, as the language says it; no choice at all reaches every unit of the range. */
export const writeAudience = (fields: DraftFields): Audience | undefined => {
  if (!fields.byAudience) return undefined;
  if (fields.custom !== undefined) return fields.custom;
  const parts: Audience[] = [
    ...(fields.kinds.length > 0 ? [{ kind: fields.kinds as OrganizationKind[] }] : []),
    ...(fields.levels.length > 0 ? [{ level: fields.levels as Level[] }] : []),
    ...relationOf(fields.relation),
  ];
  const [only, ...more] = parts;
  return only !== undefined && more.length === 0 ? only : { all: parts };
};

export const writeRecipients = (fields: DraftFields): Recipients => {
  const audience = writeAudience(fields);
  return { ...(audience && { audience }), units: [...fields.units] };
};

const recipientFields = (to: Recipients | undefined) => {
  const simple = to?.audience && readAudience(to.audience);
  return {
    byAudience: to?.audience !== undefined,
    kinds: simple?.kinds ?? [],
    levels: simple?.levels ?? [],
    relation: simple?.relation ?? '',
    custom: to?.audience && !simple ? to.audience : undefined,
    units: to?.units ?? [],
  };
};

const basisFields = (basis: Basis | undefined) => ({
  // With a kind from the start, the words alone are enough to be kept.
  basisKind: basis?.kind ?? ('other' as const),
  basisWords: basis?.words ?? '',
  basisNumber: basis?.number ?? '',
  basisOn: basis?.on ?? '',
  cites: basis?.cites,
});

export const toFields = (content: RequestDraft): DraftFields => ({
  title: content.title ?? '',
  text: content.text ?? '',
  from: content.from ?? '',
  ...basisFields(content.basis),
  ...recipientFields(content.to),
  dueOn: content.deadline?.on ?? '',
  hour: content.deadline?.hour ?? '17:30',
  every: content.repeats?.every ?? '',
  until: content.repeats?.until ?? '',
  stampedScan: content.stampedScan ?? false,
  nilReply: content.nilReply ?? false,
  minutes: content.minutes === undefined ? '' : String(content.minutes),
  chain: content.chain ?? [],
  form: content.form,
});

const long = (text: string, most: number): string | undefined => {
  const trimmed = text.trim();
  return trimmed.length >= 2 && trimmed.length <= most ? trimmed : undefined;
};

const writeBasis = (fields: DraftFields): Basis | undefined => {
  const words = long(fields.basisWords, 500);
  if (words === undefined) return undefined;
  const number = long(fields.basisNumber, 60);
  const on = parseDay(fields.basisOn);
  return {
    kind: fields.basisKind,
    words,
    ...(number && { number }),
    ...(on && { on }),
    ...(fields.cites && { cites: fields.cites }),
  };
};

const writeMinutes = (written: string): number | undefined => {
  const minutes = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  return minutes >= 1 && minutes <= 10_000 ? minutes : undefined;
};

/** A name that was left empty for a moment is not sent; the step keeps the one it had. */
const isWholeChain = (chain: DraftFields['chain']) =>
  chain.length >= 2 && chain.every(({ title }) => title.trim() !== '');

const isWholeForm = (form: Form) =>
  form.fields.length > 0 &&
  form.fields.every((field) => field.kind !== 'choice' || field.options.length > 1);

const hasRecipients = ({ byAudience, units }: DraftFields) => byAudience || units.length > 0;

/** What of the page can be kept: each part is right in itself, what is half written waits. */
export const toContent = (fields: DraftFields): RequestDraft => {
  const on = parseDay(fields.dueOn);
  const until = parseDay(fields.until);
  const title = long(fields.title, 120);
  const text = long(fields.text, 8000);
  const from = long(fields.from, 60);
  const basis = writeBasis(fields);
  const minutes = writeMinutes(fields.minutes);
  return {
    ...(title && { title }),
    ...(text && { text }),
    ...(from && { from }),
    ...(basis && { basis }),
    ...(hasRecipients(fields) && { to: writeRecipients(fields) }),
    ...(on && isHour(fields.hour) && { deadline: { on, hour: fields.hour } }),
    ...(fields.every && until && { repeats: { every: fields.every, until } }),
    stampedScan: fields.stampedScan,
    nilReply: fields.nilReply,
    ...(minutes && { minutes }),
    ...(isWholeChain(fields.chain) && { chain: fields.chain }),
    ...(fields.form && isWholeForm(fields.form) && { form: fields.form }),
  };
};

/** The other's parts on the page; what is being written in the other parts stays. */
export const takeParts = (
  fields: DraftFields,
  content: RequestDraft,
  parts: readonly string[],
): DraftFields => {
  const read = toFields(content);
  const names: readonly string[] = Object.entries(fieldsOfPart).flatMap(([part, own]) =>
    parts.includes(part) ? own : [],
  );
  const taken = Object.entries(read).filter(([name]) => names.includes(name));
  return { ...fields, ...Object.fromEntries(taken) };
};

/** A named unit says its part once; naming it again changes the part. */
export const nameUnit = (
  units: readonly NamedUnit[],
  organizationId: string,
  part: AddresseePart,
): NamedUnit[] => [
  ...units.filter((unit) => unit.organizationId !== organizationId),
  { organizationId, part },
];

const steps = {
  draft: { key: 'draft', title: '拟稿', role: 'drafter' },
  check: { key: 'check', title: '核稿', role: 'checker' },
  countersign: { key: 'countersign', title: '会签', role: 'countersigner' },
  sign: { key: 'sign', title: '签发', role: 'signer' },
} as const;

/** The chain as offices know it: 拟稿 → 核稿 → 签发, with 会签 where it is wanted. */
export const usualChain = (): DraftFields['chain'] => [steps.draft, steps.check, steps.sign];

export const hasCountersign = (chain: DraftFields['chain']): boolean =>
  chain.some(({ role }) => role === 'countersigner');

export const withCountersign = (chain: DraftFields['chain'], isOn: boolean) => {
  const others = chain.filter(({ role }) => role !== 'countersigner');
  if (!isOn) return others;
  const last = others.length - 1;
  return [...others.slice(0, last), steps.countersign, ...others.slice(last)];
};
