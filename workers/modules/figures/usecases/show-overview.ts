import type { Day } from '#plugins/sdk/dates/days.ts';
import type { Overview } from '#schema/contracts/figures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { sumOf } from '../places.domain.ts';
import { remindersByArea } from '../reminder.domain.ts';
import { readOverdueUnits } from './count-places.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
import type { Basis } from './load-basis.ts';
import { placeRows } from './place-rows.ts';
import { momentFields, toFigures, toRow, toValues } from './to-figures.ts';

/** 应报 / 已报 / 按时率 / 问题数 / 销号率 / 超期 / 投诉按期办结率. */
const columns = [
  'filings.due',
  'filings.arrived',
  'filings.on-time-rate',
  'problems.entries',
  'problems.closing-rate',
  'problems.overdue',
  'complaints.on-time-completion-rate',
];

/** The sentences; how satisfied people are stands in indicators that measure it. */
const sentences = [
  'filings.due',
  'filings.arrived',
  'filings.on-time',
  'filings.overdue',
  'filings.overdue-units',
  'problems.entries',
  'problems.rectified',
  'problems.closed',
  'problems.overdue',
  'complaints.accepted',
  'complaints.done',
  'complaints.on-time-completion-rate',
  'complaints.overdue',
];

const satisfaction = 'discharged-satisfaction';

function satisfactionOf({ version }: Basis): string[] {
  const { crosswalk, indicators } = version.campaign;
  const lines = crosswalk.filter(({ common }) => common === satisfaction);
  return lines
    .filter(({ indicator }) => indicators.some(({ key }) => key === indicator))
    .map(({ indicator }) => `indicator:${indicator}`);
}

/** 年度总览 as of a moment: sentences, the table by place, and whom to press. */
export async function showOverview(request: {
  context: TenantContext;
  input: { campaignId: string; asOf?: Day | undefined };
}): Promise<Overview> {
  const { context, input } = request;
  const basis = await loadBasis(context, input);
  const told = chooseSpecs(basis, [...sentences, ...satisfactionOf(basis)]);
  const tabled = chooseSpecs(basis, columns);
  const { moment } = basis;
  const overdue = readOverdueUnits(context, basis);
  const specs = [...told, ...tabled];
  const [{ by, rows, bureaus }, late] = await Promise.all([
    placeRows({ context, basis, specs, late: overdue }),
    overdue,
  ]);
  const total = sumOf(rows);
  return {
    ...momentFields(moment),
    figures: toFigures(basis, told, total),
    columns: tabled.map(({ definition }) => definition),
    by,
    rows: rows.map((row) => toRow(tabled, row)),
    total: toValues(tabled, total),
    reminder: remindersByArea({ moment, units: late, bureaus }),
  };
}
