import * as v from 'valibot';
import { expect, test } from 'vitest';
import { registerCampaign } from '#plugins/sdk/testing/register.fixtures.ts';
import { IndicatorSchema, MeasureSchema } from '#schema/contracts/campaign/indicator.ts';
import {
  measureKinds,
  newIndicator,
  newMeasure,
  withForm,
  withMeasure,
} from './indicator-shape.ts';

test('levels keep their digits when a share becomes points', () => {
  const words = { title: '指标', definition: '口径', reason: '提出' };
  const level = { numerator: 19, denominator: 20 };
  const share = { ...newIndicator('indicator-1', words), target: level };
  const lit = { ...share, lights: { warn: level, alarm: level } };
  const points = { numerator: 95, denominator: 1 };
  const mean = withForm(lit, 'mean');
  expect(mean).toMatchObject({ target: points, lights: { warn: points, alarm: points } });
  expect(withForm(mean, 'ratio')).toEqual(lit);
  expect(withForm(mean, 'value').target).toEqual(points);
});

test('a new indicator and every kind of measure are sound where there is something to count', () => {
  const words = { title: '指标', definition: '口径', reason: '提出' };
  expect(v.safeParse(IndicatorSchema, newIndicator('indicator-1', words)).success).toBe(true);
  for (const kind of measureKinds) {
    const measure = newMeasure(kind, registerCampaign());
    expect(v.safeParse(MeasureSchema, measure).success).toBe(true);
  }
});

test('a share of the filings says what it divides, and follows what is counted; own words stay', () => {
  const words = { title: '指标', definition: '口径', reason: '提出' };
  const fresh = newIndicator('indicator-1', words);
  expect(fresh).toMatchObject({ numerator: { zh: '按时报送件数' } });
  const first = withMeasure(fresh, { kind: 'filings', statistic: 'first-pass' });
  expect(first).toMatchObject({
    numerator: { zh: '一次审核通过件数' },
    denominator: { zh: '审核完毕件数' },
  });
  const own = withMeasure(
    { ...first, numerator: '自己写的' },
    newMeasure('filings', registerCampaign()),
  );
  expect(own).toMatchObject({ numerator: '自己写的', denominator: { zh: '到期应报送件数' } });
  const imported = withMeasure(own, { kind: 'import', system: '统计直报' });
  expect(imported).toMatchObject({ numerator: '自己写的' });
  expect(imported.denominator).toBeUndefined();
});
