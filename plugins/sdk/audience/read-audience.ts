import type {
  Audience,
  OrganizationKind,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import { organizationKindWords, ownershipWords } from './words.ts';

type Level = (typeof organizationLevels)[number];
type Ownership = (typeof ownerships)[number];

const institutions: OrganizationKind[] = [
  'hospital',
  'township-health-centre',
  'community-health-centre',
  'public-health',
  'clinic',
];

/** What `describeAudience` writes is read back by the same words. */
const ownKindWords = ownWords(organizationKindWords);
const ownOwnerWords = ownWords(ownershipWords);

const kindWords: readonly [RegExp, readonly OrganizationKind[]][] = [
  [/医疗卫生机构|医疗机构|医疗卫生单位/u, institutions],
  [/医院/u, ['hospital']],
  [/乡镇卫生院|卫生院/u, ['township-health-centre']],
  [/社区卫生/u, ['community-health-centre']],
  [/公共卫生|疾控|妇幼保健/u, ['public-health']],
  [/门诊部|诊所|村卫生室/u, ['clinic']],
  [/卫生健康局|卫生健康委|卫健局|卫健委|主管部门/u, ['bureau']],
  [/处室|科室/u, ['department']],
];

const levelWords: readonly [RegExp, readonly Level[]][] = [
  [/二级及以上|二级以上/u, ['tertiary', 'secondary']],
  [/三级/u, ['tertiary']],
  [/二级/u, ['secondary']],
  [/一级/u, ['primary']],
];

const ownerWords: readonly [RegExp, readonly Ownership[]][] = [
  [/公立/u, ['public']],
  [/民营|社会办|非公/u, ['private-nonprofit', 'private-profit']],
];

function ownWords<One extends string>(
  words: Readonly<Record<One, { 'zh-CN': string }>>,
): readonly [RegExp, readonly One[]][] {
  // Keys of a record are its own; the standard library cannot say so.
  const keys = Object.keys(words) as One[];
  return keys.map((key) => [new RegExp(words[key]['zh-CN'], 'u'), [key]]);
}

/** Everything that is said, each once and in the order of the table. */
function said<One>(words: string, table: readonly [RegExp, readonly One[]][]): One[] {
  return [...new Set(table.flatMap(([pattern, ones]) => (pattern.test(words) ? ones : [])))];
}

/**
 * Whom the words of a table mean: 「二级以上公立医院」, 「各医疗机构」, 「全部单位」. Nothing where no
 * kind, level or owner is named: an audience is never guessed.
 */
export function readAudienceWords(text: string): Audience | undefined {
  const words = text.trim();
  if (/^(?:全部|所有|全体|各)单位$/u.test(words)) return { all: [] };
  const kinds = said(words, [...kindWords, ...ownKindWords]);
  const first = levelWords.find(([pattern]) => pattern.test(words));
  const levels = first?.[0].source.includes('以上') ? [...first[1]] : said(words, levelWords);
  const exact = said(words, ownOwnerWords);
  const owners = exact.length > 0 ? exact : said(words, ownerWords);
  const parts: Audience[] = [
    ...(kinds.length > 0 ? [{ kind: kinds }] : []),
    ...(levels.length > 0 ? [{ level: levels }] : []),
    ...(owners.length > 0 ? [{ ownership: owners }] : []),
  ];
  const [only, ...more] = parts;
  if (only === undefined) return undefined;
  return more.length === 0 ? only : { all: parts };
}
