import { describe, expect, test } from 'vitest';
import { findPlace } from './find-place.ts';

const files = [
  {
    path: 'campaign.ts',
    lines: [
      "import { principle, task } from '#plugins/sdk/define.ts';",
      'export const campaign = defineCampaign({',
      "  title: '2026年行业作风建设工作要点',",
      '  clauses: [',
      "    principle('goal', { number: '一', words: '提高认识。' }),",
      '    work(',
      "      'self-check',",
      '      {',
      "        words: '各单位于6月30日前报送自查情况。',",
      '        tasks: [',
      "          task('report', {",
      "            due: on('2026-06-28', '6月28日前'),",
      '            to: office,',
      '          }),',
      '        ],',
      '      },',
      '    ),',
      '  ],',
      '});',
    ],
  },
  {
    path: 'forms.ts',
    lines: [
      "export const report = form('report', {",
      '  fields: [',
      "    field.integer('problems', '发现问题数'),",
      '  ],',
      '});',
      "export const risks = { key: 'risks', title: '风险点' };",
    ],
  },
];

describe('the place of a problem in the files of a plugin', () => {
  test.each([
    ['clauses/goal', 'campaign.ts', 5],
    ['clauses/self-check', 'campaign.ts', 7],
    ['tasks/report', 'campaign.ts', 11],
    ['tasks/report/due', 'campaign.ts', 12],
    ['forms/report', 'forms.ts', 1],
    ['forms/report/problems', 'forms.ts', 3],
    ['registers/risks', 'forms.ts', 6],
    ['title', 'campaign.ts', 3],
  ])('%s is in %s, line %i', (path, file, line) => {
    expect(findPlace(files, { path })).toEqual({ path: file, line });
  });

  test('goes by the words where there are some', () => {
    const text = '各单位于6月30日前报送自查情况。';
    expect(findPlace(files, { path: 'clauses/goal', text })).toEqual({
      path: 'campaign.ts',
      line: 9,
    });
  });

  test('stays at the thing when what is named inside stands nowhere', () => {
    expect(findPlace(files, { path: 'tasks/report/rollUp' })).toEqual({
      path: 'campaign.ts',
      line: 11,
    });
  });

  test('is unknown for what nobody wrote', () => {
    expect(findPlace(files, { path: 'tasks/nothing' })).toBeUndefined();
    expect(findPlace([], { path: 'title' })).toBeUndefined();
  });
});
