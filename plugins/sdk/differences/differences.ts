import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import { sameValue } from '../forms/answers.ts';
import { splitCampaign, type CampaignPart } from '../parts.ts';
import { changedItems, changedProperties } from './inner-differences.ts';
import { line } from './line.ts';
import type { CampaignDifference, Subject } from './line.ts';

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

const unnamed = { 'zh-CN': '', en: '' };

function changesOf(
  before: CampaignPart,
  after: CampaignPart,
  sides: { before: Campaign; after: Campaign },
): CampaignDifference[] {
  const subject = subjectOf(after);
  const places = {
    before: { campaign: sides.before, part: before.body },
    after: { campaign: sides.after, part: after.body },
  };
  const pair = [before.body, after.body] as const;
  if (before.kind !== 'form' || after.kind !== 'form') {
    const except = after.kind === 'head' ? ['dictionaries'] : [];
    return changedProperties(subject, after.kind, pair, places, except);
  }
  const fields = [before.body.fields, after.body.fields] as const;
  return [
    ...changedProperties(subject, 'form', pair, places, ['fields']),
    ...changedItems(subject, fields, { scope: 'field', called: unnamed, place: '' }, places),
  ];
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
