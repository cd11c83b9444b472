import type { Day } from '#plugins/sdk/dates/days.ts';
import { leastAnswers } from '#plugins/sdk/indicators/imported.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { Figure, Overview } from '#schema/contracts/figures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { sumOf } from '../places.domain.ts';
import { remindersByArea } from '../reminder.domain.ts';
import { surveyOf } from '../totals.domain.ts';
import type { Measure, PlaceTotals } from '../totals.domain.ts';
import { readFilings } from './count-places.ts';
import { countTallies } from './count-tallies.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
import type { Basis, Counting } from './load-basis.ts';
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

function satisfactionOf({ version }: Basis): Indicator[] {
  const { crosswalk, indicators } = version.campaign;
  const lines = crosswalk.filter(({ common }) => common === satisfaction);
  return lines.flatMap(({ indicator }) => indicators.find(({ key }) => key === indicator) ?? []);
}

const figureKey = ({ key }: Pick<Indicator, 'key'>) => `indicator:${key}`;

/** By key of its figure, what is known of each survey whose scores and answers units file. */
async function surveysOf(
  counting: Counting,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, Figure['survey']>> {
  const tallied = counting.specs.flatMap(({ measure }) =>
    measure.kind === 'tally' && hasAnswers(measure) ? [measure.indicator] : [],
  );
  const filed = indicators.filter(({ key }) => tallied.includes(key));
  if (filed.length === 0) return new Map();
  const specs = counting.specs.filter(({ definition }) =>
    filed.some((each) => figureKey(each) === definition.key),
  );
  const rows = await countTallies({ ...counting, specs });
  return new Map(
    filed.map((each) => {
      const own = rows.filter(({ indicator }) => indicator === each.key);
      const tallies = own.map(({ tally }) => tally);
      return [
        figureKey(each),
        surveyOf(tallies, leastAnswers(counting.basis.version.campaign, each)),
      ];
    }),
  );
}

const hasAnswers = ({ source }: Extract<Measure, { kind: 'tally' }>): boolean =>
  source.kind === 'answers' && source.denominator !== undefined;

/** 调查完成 and 样本不足 of what a system elsewhere says; nothing where nothing is imported. */
function importedSurvey(
  asked: readonly Indicator[],
  { key, href, system }: Figure,
  { tallies }: PlaceTotals,
): Figure['survey'] {
  const own = asked.find((each) => figureKey(each) === key);
  const tally = own === undefined ? undefined : tallies?.[own.key];
  if (system === undefined || tally === undefined || own?.form !== 'mean') return undefined;
  return { units: tally.lines, tooFew: tally.tooFew ?? 0, tooFewHref: `${href}&only=too-few` };
}

/** 年度总览 as of a moment: sentences, the table by place, and whom to press. */
export async function showOverview(request: {
  context: TenantContext;
  input: { campaignId: string; asOf?: Day | undefined };
}): Promise<Overview> {
  const { context, input } = request;
  const basis = await loadBasis(context, input);
  const asked = satisfactionOf(basis);
  const told = chooseSpecs(basis, [...sentences, ...asked.map(figureKey)]);
  const tabled = chooseSpecs(basis, columns);
  const { moment } = basis;
  const filings = readFilings(context, basis);
  const specs = [...told, ...tabled];
  const [{ by, rows, bureaus }, { late }, surveys] = await Promise.all([
    placeRows({ context, basis, specs, filings }),
    filings,
    surveysOf({ context, basis, specs }, asked),
  ]);
  const total = sumOf(rows);
  return {
    ...momentFields(moment),
    figures: toFigures(basis, told, total).map((figure) => {
      const survey = surveys.get(figure.key) ?? importedSurvey(asked, figure, total);
      return survey === undefined ? figure : { ...figure, survey };
    }),
    columns: tabled.map(({ definition }) => definition),
    by,
    rows: rows.map((row) => toRow(tabled, row)),
    total: toValues(tabled, total),
    reminder: remindersByArea({ moment, units: late, bureaus }),
  };
}
