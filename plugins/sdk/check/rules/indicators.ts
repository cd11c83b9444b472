import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { nameOf, words, type CampaignRule, type Wording } from '../problem.ts';

const figures: readonly Field['kind'][] = ['integer', 'decimal', 'money', 'computed'];

function hasFigure(form: Form, key: string): boolean {
  return form.fields.some(
    (field) =>
      (field.key === key && figures.includes(field.kind)) ||
      (field.kind === 'table' &&
        field.columns.some((column) => column.key === key && figures.includes(column.kind))),
  );
}

function lackOf({ measure }: Indicator, campaign: Campaign): Wording[] {
  if (measure.kind === 'filings') {
    return campaign.tasks.length > 0
      ? []
      : [words('本方案没有报送任务', 'The campaign has no filings')];
  }
  if (measure.kind !== 'answers') return [];
  const form = campaign.forms.find(({ key }) => key === measure.form);
  if (!form) return [];
  const asked = campaign.tasks.some((task) => task.form === form.key);
  const keys = [measure.numerator, measure.denominator].filter((key) => key !== undefined);
  return [
    ...(asked
      ? []
      : [words('没有任务填报它所用的报表', 'No task fills in the form it counts from')]),
    ...keys
      .filter((key) => !hasFigure(form, key))
      .map((key) => words(`报表中没有数字项“${key}”`, `The form has no figure “${key}”`)),
  ];
}

/** An indicator that nothing feeds would stay empty for ever. */
export const indicatorData: CampaignRule = (campaign) =>
  campaign.indicators.flatMap((indicator) =>
    lackOf(indicator, campaign).map((lack) => ({
      severity: 'error' as const,
      code: 'indicators.no-data',
      path: `indicators/${indicator.key}/measure`,
      ...(indicator.clause === undefined ? {} : { clause: indicator.clause }),
      message: words(
        `“${nameOf(indicator)}”取不到数：${lack.zh}`,
        `“${nameOf(indicator)}” has no data: ${lack.en}`,
      ),
      mend: words(
        '请改用已有报表的数字项，或注明从外部系统导入',
        'Use a figure of a form that is asked for, or import it',
      ),
    })),
  );

/** A ratio says what it is a share of. */
export const ratioTerms: CampaignRule = (campaign) =>
  campaign.indicators
    .filter(
      ({ form, numerator, denominator, measure }) =>
        form === 'ratio' &&
        (numerator === undefined ||
          denominator === undefined ||
          (measure.kind === 'answers' && measure.denominator === undefined)),
    )
    .map((indicator) => ({
      severity: 'error' as const,
      code: 'indicators.ratio-terms',
      path: `indicators/${indicator.key}`,
      ...(indicator.clause === undefined ? {} : { clause: indicator.clause }),
      message: words(
        `“${nameOf(indicator)}”未写明分子、分母`,
        `“${nameOf(indicator)}” does not say what it is a share of`,
      ),
      mend: words(
        '请写明分子、分母及其来源',
        'State numerator and denominator, and where they come from',
      ),
    }));

/** A shared indicator that does not exist cannot be answered. */
export const crosswalkTarget: CampaignRule = (campaign, { commonIndicators }) =>
  campaign.crosswalk
    .filter(({ common }) => commonIndicators && !commonIndicators.some(({ key }) => key === common))
    .map(({ common }) => ({
      severity: 'error' as const,
      code: 'crosswalk.unknown-common',
      path: `crosswalk/${common}`,
      message: words(`没有名为“${common}”的可比指标`, `There is no shared indicator “${common}”`),
      mend: words('请改为已有的可比指标', 'Name a shared indicator that exists'),
    }));

const inWords: Record<Indicator['direction'], Wording> = {
  higher: words('越高越好', 'higher is better'),
  lower: words('越低越好', 'lower is better'),
  trend: words('看变化趋势', 'its trend counts'),
};

/** A trend has no better side: 相近 may stand beside higher or lower, 同口径 may not. */
function isSameWay(
  own: Pick<Indicator, 'direction'>,
  shared: Pick<Indicator, 'direction'>,
  match: Crosswalk['match'],
): boolean {
  const directions = [own.direction, shared.direction];
  return own.direction === shared.direction || (match === 'near' && directions.includes('trend'));
}

/** 同口径 with another direction, kind of figure or unit would compare what is not alike. */
export const crosswalkLikeness: CampaignRule = (campaign, { commonIndicators }) =>
  campaign.crosswalk.flatMap(({ common, indicator, match }) => {
    const shared = commonIndicators?.find(({ key }) => key === common);
    const own = campaign.indicators.find(({ key }) => key === indicator);
    if (!shared || !own || match === 'substitute') return [];
    const differences = [
      ...(isSameWay(own, shared, match)
        ? []
        : [
            words(
              `本指标${inWords[own.direction].zh}，可比指标${inWords[shared.direction].zh}`,
              `here ${inWords[own.direction].en}, there ${inWords[shared.direction].en}`,
            ),
          ]),
      ...(own.form === shared.form
        ? []
        : [words('一个是比率，一个不是', 'one of them is no ratio')]),
      ...(textIn(own.unit, 'zh-CN').value === textIn(shared.unit, 'zh-CN').value
        ? []
        : [words('计量单位不同', 'their units differ')]),
    ];
    return differences.map((difference) => ({
      severity: 'error' as const,
      code: 'crosswalk.unlike',
      path: `crosswalk/${common}`,
      message: words(
        `“${nameOf(own)}”与可比指标不能对照：${difference.zh}`,
        `“${nameOf(own)}” is not like the shared indicator: ${difference.en}`,
      ),
      mend: words(
        '请改为“替代”并说明，或对照另一项指标',
        'Call it a substitute and say why, or name another',
      ),
    }));
  });

/** Whoever compares regions reads why the figures are not quite the same; an empty place says nothing. */
export const crosswalkNote: CampaignRule = (campaign) =>
  campaign.crosswalk.flatMap(({ common, indicator, match, note }) => {
    const own = campaign.indicators.find(({ key }) => key === indicator);
    const isSaid = note !== undefined && textIn(note, 'zh-CN').value.trim() !== '';
    if (match === 'same' || isSaid || !own) return [];
    return [
      {
        severity: 'warning' as const,
        code: 'crosswalk.no-note',
        path: `crosswalk/${common}/note`,
        message: words(
          `“${nameOf(own)}”与可比指标不是同口径，但没有写明差别`,
          `“${nameOf(own)}” is not the same as the shared indicator, and nothing says how it differs`,
        ),
        mend: words(
          '请用一句话写明口径差别，上级比较时原文显示',
          'Say in one sentence how it differs; it is shown wherever regions are compared',
        ),
      },
    ];
  });
