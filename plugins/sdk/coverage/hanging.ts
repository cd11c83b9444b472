import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { ScoreNode } from '#schema/contracts/campaign/scorecard.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { textIn, type Text } from '#schema/contracts/campaign/text.ts';

const zh = (text: Text): string => textIn(text, 'zh-CN').value;
const isOf = (source: Source, clause: string) => 'clause' in source && source.clause === clause;

function itemsOf(nodes: readonly ScoreNode[], clause: string): string[] {
  return nodes.flatMap((node) => {
    const below = node.type === 'group' ? itemsOf(node.children, clause) : [];
    const own = node.type === 'criterion' && node.clause === clause ? [zh(node.title)] : [];
    return [...own, ...below];
  });
}

const named = (word: string, titles: readonly string[]) =>
  titles.map((title) => `${word}：${title}`);

/** Tasks, registers, indicators and whatever else of the campaign itself hangs on a clause. */
export function carriedByCampaign(campaign: Campaign, { key }: Clause): string[] {
  const at = <T extends { clause?: string | undefined; title: Text }>(list: readonly T[]) =>
    list.filter(({ clause }) => clause === key).map(({ title }) => zh(title));
  const registers = campaign.registers.filter(({ clause }) => clause === key);
  const dictionaries = (campaign.dictionaries ?? []).filter(({ source }) => isOf(source, key));
  return [
    ...named('阶段', at(campaign.phases)),
    ...named('任务', at(campaign.tasks)),
    ...registers.map(
      ({ title, sealed }) => `台账：${zh(title)}${sealed === true ? '（专管区）' : ''}`,
    ),
    ...named('指标', at(campaign.indicators)),
    ...named(
      '字典',
      dictionaries.map(({ title }) => zh(title)),
    ),
    ...named(
      '考评项目',
      campaign.scorecards.flatMap(({ children }) => itemsOf(children, key)),
    ),
  ];
}

const titlesOf = (
  list: readonly { key: string; title: Text }[] | undefined,
  keys: readonly string[],
) => (list ?? []).filter(({ key }) => keys.includes(key)).map(({ title }) => zh(title));

/** What a clause says of itself: its workstream, labels and posts. They ask for nothing. */
export function saidOfClause(campaign: Campaign, clause: Clause): string[] {
  const { workstream, labels = [], posts } = clause;
  const joined = (word: string, titles: readonly string[]) =>
    titles.length === 0 ? [] : [`${word}：${titles.join('、')}`];
  return [
    ...joined('专项', titlesOf(campaign.workstreams, workstream === undefined ? [] : [workstream])),
    ...joined('口径标签', titlesOf(campaign.labels, labels)),
    ...joined('牵头', posts?.lead ?? []),
    ...joined('配合', posts?.support ?? []),
  ];
}
