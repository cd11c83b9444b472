import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { ProposedDate, RollForwardPlan } from '../roll-forward/plan.ts';
import { rollForward } from '../roll-forward/roll-forward.ts';
import type { Coverage } from './coverage.ts';
import { describeCoverage } from './rows.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** Clause by clause: number, title, kind, and what carries it. */
export function clauseTable(campaign: Campaign, coverage: Coverage): string {
  const rows = describeCoverage(campaign, coverage);
  const kinds = new Map<string, number>();
  for (const { kind } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const totals = [...kinds].map(([kind, count]) => `${kind} ${count}`).join('，');
  const lines = rows.map(({ clause, kind, carriers }) => [
    `${clause.number} \`${clause.key}\``,
    clause.title ?? '',
    kind,
    carriers.join('；'),
  ]);
  return `${table(['条款', '标题', '类别', '承载'], lines)}\n\n共 ${rows.length} 条：${totals}。`;
}

function dateRow(campaign: Campaign, date: ProposedDate): string[] {
  const reason = textIn(date.reason, 'zh-CN').value;
  if ('phase' in date) {
    const phase = campaign.phases.find(({ key }) => key === date.phase);
    return [`${phase?.title ?? ''} \`${date.phase}\``, date.wording, reason];
  }
  const task = campaign.tasks.find(({ key }) => key === date.task);
  const title = task ? textIn(task.title, 'zh-CN').value : '';
  return [`${title} \`${date.task}\``, date.wording, reason];
}

/** The dates that a commission would add in another year, in the order of the campaign's tasks. */
export function datesTable(campaign: Campaign, plan: RollForwardPlan): string {
  const order = [...campaign.phases, ...campaign.tasks].map(({ key }) => key);
  const placeOf = (date: ProposedDate) => order.indexOf('phase' in date ? date.phase : date.task);
  const dates = plan.proposedDates.toSorted((one, other) => placeOf(one) - placeOf(other));
  return table(
    ['任务', '期限', '理由'],
    dates.map((date) => dateRow(campaign, date)),
  );
}

/** What wants a look in that year beside the proposed dates: rest days, open dates, old wordings. */
export function reviewList(
  campaign: Campaign,
  options: { toYear: number; calendar: WorkCalendar; plan: RollForwardPlan },
): string {
  const { toReview } = rollForward(campaign, options);
  const rest = toReview.filter(({ kind }) => kind !== 'proposed');
  const lines = rest.map(({ path, message }) => `- \`${path}\`：${message.zh}`);
  return lines.length === 0 ? '除建议日期外，没有其他需要核对的日期。' : lines.join('\n');
}

/** The README with the text between `<!-- name -->` and `<!-- /name -->` written anew. */
export function writeBlock(readme: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(open), readme.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${open} … ${close}`);
  return `${readme.slice(0, from + open.length)}\n\n${text}\n\n${readme.slice(to)}`;
}
