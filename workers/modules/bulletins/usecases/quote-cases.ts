import { findNames, maskNames } from '#plugins/sdk/bulletins/name-check.ts';
import { classOf, namedUnits } from '#plugins/sdk/bulletins/named-units.ts';
import type { Quotable, Quotables } from '#schema/contracts/bulletins.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { listPractices } from '#workers/modules/petitions/index.ts';
import { listEntries } from '#workers/modules/registers/index.ts';
import { showProgress } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import type { NamedUnit } from '../bulletins.repository.ts';
import { listUnitNames } from '../bulletins.repository.ts';
import { loadBulletin } from './load-bulletin.ts';

const perGroup = 8;

/** 可引用的情况: filings at their best and worst, cases without names, practices that units sent. */
export async function quoteCases(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Quotables> {
  const { context, input } = request;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  const units = await listUnitNames(context.db);
  const [filings, cases, practices] = await Promise.all([
    row.campaignId === null ? [] : filingsOf(context, row.campaignId, units),
    row.campaignId === null ? [] : casesOf(context, row.campaignId, units),
    practicesOf(context, units),
  ]);
  return { asOf: context.clock.now(), items: [...filings, ...cases, ...practices] };
}

async function filingsOf(
  context: TenantContext,
  campaign: string,
  units: readonly NamedUnit[],
): Promise<Quotable[]> {
  const { rows } = await showProgress({ context, input: { campaign } });
  const worst = rows
    .filter(({ overdue }) => overdue > 0)
    .toSorted((left, right) => right.overdue - left.overdue);
  const best = rows
    .filter(({ due, arrived }) => due > 0 && arrived === due)
    .toSorted((left, right) => right.due - left.due);
  const toItem = (group: 'best' | 'worst') => (row: (typeof rows)[number]) => {
    const words =
      group === 'best'
        ? `应报送${row.due}件，已全部报送`
        : `应报送${row.due}件，逾期未报${row.overdue}件`;
    const unit = units.find(({ id }) => id === row.organizationId);
    return {
      group,
      title: row.organizationName,
      text: `${unit === undefined ? '某单位' : classOf(unit)}${words}。`,
      named: `${row.organizationName}${words}。`,
      href: `/organizations/${row.organizationId}`,
    };
  };
  return [
    ...best.slice(0, perGroup).map(toItem('best')),
    ...worst.slice(0, perGroup).map(toItem('worst')),
  ];
}

/** What registers say of cases, with persons as 某 and the unit by its class. */
async function casesOf(
  context: TenantContext,
  campaign: string,
  units: readonly NamedUnit[],
): Promise<Quotable[]> {
  const row = await findCampaignRow(context.db, campaign);
  if (row === undefined) return [];
  const { campaign: content } = await loadVersion(context.db, row.currentHash);
  const open = content.registers.filter(({ sealed, workflow }) => !sealed && workflow);
  const lists = await Promise.all(
    open.slice(0, 4).map(({ key }) => entriesOf(context, key, units)),
  );
  return lists.flat().slice(0, perGroup * 2);
}

async function entriesOf(
  context: TenantContext,
  register: string,
  units: readonly NamedUnit[],
): Promise<Quotable[]> {
  try {
    const list = await listEntries({ context, input: { register, limit: String(perGroup) } });
    return list.rows.map((entry) => {
      const unit = units.find(({ id }) => id === entry.organizationId);
      const where = unit === undefined ? '某单位' : classOf(unit);
      const what = withoutNames(textIn(entry.title, 'zh-CN').value, units);
      const state = textIn(entry.state.title, 'zh-CN').value;
      return {
        group: 'case' as const,
        title: `${textIn(list.register.noun, 'zh-CN').value}${entry.number}号`,
        text: `${where}：${what}（${state}）。`,
        href: `/entries/${entry.id}`,
      };
    });
  } catch (error) {
    // A register may be known to the campaign and not yet be open.
    if (error instanceof ProblemError && error.status === 404) return [];
    throw error;
  }
}

async function practicesOf(
  context: TenantContext,
  units: readonly NamedUnit[],
): Promise<Quotable[]> {
  const practices = await listPractices(context, perGroup);
  return practices.map(({ id, title, text, organizationId, organizationName }) => {
    const unit = units.find((each) => each.id === organizationId);
    const first = maskNames(text).split('\n')[0] ?? '';
    return {
      group: 'practice' as const,
      title,
      text: `${unit === undefined ? '某单位' : classOf(unit)}：${withoutNames(first, units)}`,
      named: `${organizationName}：${first}`,
      href: `/petitions/${id}`,
    };
  });
}

/** Words in which nobody is named: persons as 某, units by their class. */
function withoutNames(words: string, units: readonly NamedUnit[]): string {
  const masked = maskNames(words);
  if (findNames(masked).length > 0) return '（内容含个人信息，请到台账查看）';
  return namedUnits(masked, units)
    .toSorted((left, right) => right.name.length - left.name.length)
    .reduce(
      (text, unit) =>
        text.replaceAll(unit.name, classOf(unit)).replaceAll(unit.shortName, classOf(unit)),
      masked,
    );
}
