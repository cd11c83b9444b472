import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import { sameValue } from '../forms/answers.ts';
import { splitCampaign, type CampaignPart } from '../parts.ts';
import { properties } from './properties.ts';

/** One line of the 修订说明. */
export type CampaignDifference = {
  change: 'added' | 'removed' | 'changed' | 'moved';
  part: CampaignPartKind;
  key: string;
  /** `tasks` are named by part and key; the property or field that changed follows. */
  path: string;
  message: { zh: string; en: string };
};

const partNames: Record<CampaignPartKind, Record<Language, string>> = {
  head: { 'zh-CN': '方案', en: 'Campaign' },
  clause: { 'zh-CN': '条款', en: 'Clause' },
  phase: { 'zh-CN': '阶段', en: 'Phase' },
  task: { 'zh-CN': '任务', en: 'Task' },
  form: { 'zh-CN': '报表', en: 'Form' },
  register: { 'zh-CN': '台账', en: 'Register' },
  indicator: { 'zh-CN': '指标', en: 'Indicator' },
  scorecard: { 'zh-CN': '考评细则', en: 'Scorecard' },
  dictionary: { 'zh-CN': '字典', en: 'Dictionary' },
};

type Fields = Record<string, unknown>;
type Sides = { before: Campaign; after: Campaign };
type Subject = { part: CampaignPartKind; key: string; path: string; zh: string; en: string };

function nameOf(part: CampaignPart, language: Language): string {
  const body = part.body as { title?: Text; number?: string };
  const title = body.title === undefined ? part.key : textIn(body.title, language).value;
  const number = part.kind === 'clause' ? (body.number ?? '') : '';
  const gap = language === 'en' ? ' ' : '';
  return `${partNames[part.kind][language]}${gap}“${body.title === undefined && number ? number : number + title}”`;
}

function subjectOf(part: CampaignPart): Subject {
  const { kind, key } = part;
  const path = kind === 'head' ? 'head' : `${kind}/${key}`;
  const [zh, en] = [nameOf(part, 'zh-CN'), nameOf(part, 'en')];
  return { part: kind, key, path, zh, en };
}

function line(
  subject: Subject,
  change: CampaignDifference['change'],
  [zh, en]: readonly [string, string],
  place?: string,
): CampaignDifference {
  const path = place === undefined ? subject.path : `${subject.path}/${place}`;
  return { change, part: subject.part, key: subject.key, path, message: { zh, en } };
}

/** A task’s `to` is an office; a phase’s is a date. */
const propertyOf = (part: CampaignPartKind, name: string) =>
  properties[part === 'task' && name === 'to' ? 'office' : name];

function changedProperty(
  subject: Subject,
  name: string,
  [before, after]: readonly [unknown, unknown],
  sides: Sides,
): CampaignDifference {
  const property = propertyOf(subject.part, name);
  const print = (value: unknown, campaign: Campaign, language: Language) => {
    if (value === undefined) return language === 'en' ? 'none' : '无';
    return property?.print?.(value as never, campaign, language);
  };
  const say = (language: Language) => [
    print(before, sides.before, language),
    print(after, sides.after, language),
  ];
  const [zhBefore, zhAfter] = say('zh-CN');
  const [enBefore, enAfter] = say('en');
  const called = property?.name ?? { 'zh-CN': name, en: name };
  const isTold = property?.print !== undefined && zhBefore !== zhAfter;
  return line(
    subject,
    'changed',
    isTold
      ? [
          `${subject.zh}的${called['zh-CN']}由“${zhBefore}”改为“${zhAfter}”`,
          `${subject.en}: ${called.en} “${enBefore}” → “${enAfter}”`,
        ]
      : [`${subject.zh}的${called['zh-CN']}有修改`, `${subject.en}: ${called.en} changed`],
    name,
  );
}

function changedProperties(
  subject: Subject,
  before: Fields,
  after: Fields,
  sides: Sides & { except?: readonly string[] },
): CampaignDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !sides.except?.includes(name) && !sameValue(before[name], after[name]))
    .map((name) => changedProperty(subject, name, [before[name], after[name]], sides));
}

/** The fields of a form are told one by one. */
function changedFields(
  subject: Subject,
  before: Form,
  after: Form,
  sides: Sides,
): CampaignDifference[] {
  const labelled = (field: Form['fields'][number], language: Language) =>
    textIn(field.label, language).value;
  const said = (verb: 'added' | 'removed', field: Form['fields'][number]) => {
    const [zh, en] = verb === 'added' ? ['增加', 'added'] : ['删去', 'removed'];
    return line(
      subject,
      verb,
      [
        `${subject.zh}${zh}“${labelled(field, 'zh-CN')}”`,
        `${subject.en}: “${labelled(field, 'en')}” ${en}`,
      ],
      field.key,
    );
  };
  const was = new Map(before.fields.map((field) => [field.key, field]));
  const is = new Set(after.fields.map(({ key }) => key));
  return [
    ...before.fields.filter(({ key }) => !is.has(key)).map((field) => said('removed', field)),
    ...after.fields.flatMap((field) => {
      const old = was.get(field.key);
      if (!old) return [said('added', field)];
      const own: Subject = {
        ...subject,
        path: `${subject.path}/${field.key}`,
        zh: `${subject.zh}中“${labelled(field, 'zh-CN')}”`,
        en: `${subject.en}, “${labelled(field, 'en')}”`,
      };
      return changedProperties(own, old, field, sides);
    }),
  ];
}

function changesOf(before: CampaignPart, after: CampaignPart, sides: Sides): CampaignDifference[] {
  const subject = subjectOf(after);
  const except = after.kind === 'form' ? ['fields'] : after.kind === 'head' ? ['dictionaries'] : [];
  const changed = changedProperties(subject, before.body, after.body, { ...sides, except });
  if (before.kind !== 'form' || after.kind !== 'form') return changed;
  return [...changed, ...changedFields(subject, before.body, after.body, sides)];
}

/** Parts of one kind that stand in another order; what came or went is told already. */
function moved(
  before: readonly CampaignPart[],
  after: readonly CampaignPart[],
): CampaignDifference[] {
  const kinds = [...new Set(after.map(({ kind }) => kind))];
  const common = (
    parts: readonly CampaignPart[],
    others: readonly CampaignPart[],
    kind: string,
  ) => {
    const keys = new Set(others.filter((part) => part.kind === kind).map(({ key }) => key));
    return parts.filter((part) => part.kind === kind && keys.has(part.key)).map(({ key }) => key);
  };
  return kinds.flatMap((kind) => {
    const order = [common(before, after, kind), common(after, before, kind)];
    if (sameValue(order[0], order[1])) return [];
    const [zh, en] = [partNames[kind]['zh-CN'], partNames[kind].en];
    const subject = { part: kind, key: kind, path: kind, zh, en };
    return [line(subject, 'moved', [`${zh}的顺序有调整`, `${en}: another order`])];
  });
}

/**
 * 修订说明: what one version says otherwise than another, in words.
 * `describeDifferences(before, after)` → 「任务“自查情况报告”的截止日由“…”改为“…”」
 */
export function describeDifferences(before: Campaign, after: Campaign): CampaignDifference[] {
  const sides = { before, after };
  const [old, now] = [splitCampaign(before), splitCampaign(after)];
  const find = (parts: readonly CampaignPart[], { kind, key }: CampaignPart) =>
    parts.find((part) => part.kind === kind && part.key === key);
  const gone = old
    .filter((part) => !find(now, part))
    .map((part) => {
      const subject = subjectOf(part);
      return line(subject, 'removed', [`删去${subject.zh}`, `Removed: ${subject.en}`]);
    });
  const rest = now.flatMap((part) => {
    const was = find(old, part);
    const subject = subjectOf(part);
    if (was) return changesOf(was, part, sides);
    return [line(subject, 'added', [`增加${subject.zh}`, `Added: ${subject.en}`])];
  });
  return [...rest, ...gone, ...moved(old, now)];
}
