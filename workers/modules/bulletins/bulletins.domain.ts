import { findNames, mayConfirm } from '#plugins/sdk/bulletins/name-check.ts';
import { namedUnits } from '#plugins/sdk/bulletins/named-units.ts';
import { figuresOf, isEmptyPart, partText } from '#plugins/sdk/bulletins/text.ts';
import type {
  BulletinChecks,
  BulletinHead,
  BulletinIssue,
  BulletinKind,
  BulletinPartBody,
  FigureChange,
  FindingKind,
  FrozenFigure,
  NameFinding,
} from '#schema/contracts/bulletins.ts';
import type { Permission } from '#schema/contracts/permission.ts';

export const maxParts = 200;

export type Confirmation = {
  kind: FindingKind;
  excerpt: string;
  reason: string;
  post: string;
  at: number;
};
export type PartText = { key: string; body: BulletinPartBody };
type Unit = { id: string; name: string; shortName: string };

export const permissionOfRole: Readonly<Record<string, Permission>> = {
  drafter: 'bulletins.draft',
  checker: 'bulletins.check',
  countersigner: 'bulletins.countersign',
  signer: 'bulletins.sign',
};

/** 拟稿 → 核稿 → 分管领导审签; a paper that names units passes one more pair of eyes. */
export function chainOf(named: number) {
  const extra = { key: 'naming', title: `点名会签（${named}家）`, role: 'countersigner' };
  return [
    { key: 'draft', title: '拟稿', role: 'drafter' },
    { key: 'check', title: '核稿', role: 'checker' },
    ...(named > 0 ? [extra] : []),
    { key: 'sign', title: '分管领导审签', role: 'signer' },
  ];
}

/** The texts a reader sees, each under the part it stands in. */
function textsOf(head: BulletinHead, parts: readonly PartText[]): { part: string; text: string }[] {
  const around = [head.title, ...head.attachments].join('\n');
  const own = parts.map(({ key, body }) => ({ part: key, text: partText(body) }));
  return [{ part: 'head', text: around }, ...own];
}

/** The rule at the top: which units are named, and what looks like a person. */
export function checksOf(
  paper: {
    head: BulletinHead;
    parts: readonly PartText[];
    textVersion: number;
    confirmed: readonly Confirmation[];
  },
  units: readonly Unit[],
): BulletinChecks {
  const texts = textsOf(paper.head, paper.parts);
  const findings = texts.flatMap(({ part, text }) =>
    findNames(text).map((found): NameFinding => {
      const confirmed = paper.confirmed.find(
        ({ kind, excerpt }) => kind === found.kind && excerpt === found.excerpt,
      );
      return {
        ...found,
        part,
        mayConfirm: mayConfirm(found),
        ...(confirmed === undefined
          ? {}
          : { confirmed: { reason: confirmed.reason, post: confirmed.post, at: confirmed.at } }),
      };
    }),
  );
  const named = namedUnits(texts.map(({ text }) => text).join('\n'), units);
  return {
    textVersion: paper.textVersion,
    named: named.map(({ id, name }) => ({ organizationId: id, organizationName: name })),
    findings,
    open: findings.filter(({ confirmed }) => confirmed === undefined).length,
    empty: paper.parts.filter(({ body }) => isEmptyPart(body)).length,
  };
}

export function hasWords(parts: readonly PartText[]): boolean {
  return parts.some(({ body }) => body.kind !== 'heading' && !isEmptyPart(body));
}

export type IssueFault = 'number_wanted' | 'dates_wrong';

/** A notice carries a number of the office; nothing is signed or printed on a day that lies ahead. */
export function findIssueFault(
  kind: BulletinKind,
  { number, signedOn, printedOn }: BulletinIssue,
  today: string,
): IssueFault | undefined {
  if (kind === 'notice' && number === undefined) return 'number_wanted';
  return printedOn < signedOn || printedOn > today ? 'dates_wrong' : undefined;
}

function sameFigure(left: FrozenFigure, right: FrozenFigure): boolean {
  return left.ref.key === right.ref.key && left.ref.campaign === right.ref.campaign;
}

/** The figure as it is now: its name and 口径 stay those of the paper. */
export function readAgain(
  figure: FrozenFigure,
  read: readonly FrozenFigure[],
): FrozenFigure | undefined {
  const now = read.find((each) => sameFigure(each, figure));
  return now && { ...now, label: figure.label };
}

/** What 更新到… would change; a figure that is no longer known says so by having no `after`. */
export function figureChanges(
  parts: readonly PartText[],
  read: readonly FrozenFigure[],
): FigureChange[] {
  return parts.flatMap(({ key, body }) =>
    figuresOf(body).map((figure) => {
      const now = readAgain(figure, read);
      return {
        part: key,
        label: figure.label,
        before: { value: figure.value, asOf: figure.asOf },
        ...(now === undefined ? {} : { after: { value: now.value, asOf: now.asOf } }),
      };
    }),
  );
}
