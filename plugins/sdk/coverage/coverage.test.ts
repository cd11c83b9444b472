import { describe, expect, it } from 'vitest';
import { on, proposed, routine, work } from '../define.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { defineCoverage, inForm, inRegister, later, nothing, remark } from './coverage.ts';
import { clauseTable, writeBlock } from './readme.ts';
import { describeCoverage, findUncarried } from './rows.ts';
import { findUnsaid } from './unsaid.ts';

const none = defineCoverage({ frame: [], notGiven: [], carriers: {} });
const campaign = smallCampaign();
const withClause = smallCampaign({
  clauses: [
    routine('training', { number: '三', title: '培训', words: '加强培训。', labels: ['learning'] }),
    work('selection', { number: '四', title: '评选', words: '开展评选。' }),
  ],
  labels: [{ key: 'learning', title: { zh: '学习', en: 'Learning' } }],
  phases: [],
});
const carriersOf = (carriers: Parameters<typeof defineCoverage>[0]['carriers']) =>
  findUncarried(withClause, { ...none, carriers });

describe('what carries a clause', () => {
  it('is told where nothing does; a remark carries nothing', () => {
    expect(carriersOf({ training: [remark('只报次数')] })).toEqual([
      '三 training（常态化工作）：没有说明由什么承载',
      '四 selection（工作任务）：没有说明由什么承载',
    ]);
  });

  it('must be there: a form that is asked for, a register, a clause', () => {
    const problems = carriersOf({
      training: [inForm('nowhere')],
      selection: [inRegister('nothing-here')],
      lost: [nothing('没有这一条')],
    });
    expect(problems).toEqual([
      'lost：没有这一条款',
      'training：报表“nowhere”不在任何任务或台账中',
      'selection：没有台账“nothing-here”',
    ]);
  });

  it('cannot be something and nothing at once', () => {
    const carriers = {
      training: [nothing('不报'), later('test', '测试')],
      selection: [nothing('无')],
    };
    expect(carriersOf(carriers)).toEqual(['三 training（常态化工作）：既说不报送，又有承载']);
  });

  it('is said in the office’s own words, with the labels of the clause', () => {
    const carriers = {
      training: [nothing('宣传要求')],
      selection: [later('selection', '示范单位')],
    };
    const rows = describeCoverage(withClause, { ...none, carriers });
    expect(rows.map(({ carriers: said }) => said)).toEqual([
      ['不报送：宣传要求', '口径标签：学习'],
      ['待建：评选命名（示范单位）'],
    ]);
  });

  it('is a table of every clause of the campaign, with totals', () => {
    const table = clauseTable(campaign, none);
    for (const { key } of campaign.clauses) expect(table).toContain(`\`${key}\``);
    expect(table).toContain(`共 ${campaign.clauses.length} 条`);
    expect(table).toContain('任务：自查情况报告');
  });

  it('is written between its marks and nowhere else', () => {
    const readme = '前\n<!-- a -->\n旧\n<!-- /a -->\n后';
    expect(writeBlock(readme, 'a', '新')).toBe('前\n<!-- a -->\n\n新\n\n<!-- /a -->\n后');
    expect(() => writeBlock('没有记号', 'a', '新')).toThrow('<!-- a -->');
  });
});

describe('what a document does not give', () => {
  const text = campaign.clauses.map(({ words }) => words).join('');
  const said = (changes: Parameters<typeof smallCampaign>[0], coverage = none) =>
    findUnsaid(smallCampaign(changes), text, coverage);

  it('is told of a date, a form and a title that nobody marked as proposed', () => {
    const [task] = campaign.tasks;
    const tasks = [{ ...task, key: 'more', due: on('2020-12-01', '12月初') }] as never;
    const problems = said({ tasks, labels: [{ key: 'own', title: '自拟口径' }] });
    expect(problems).toContain('tasks/more/due：原文没有“12月初”，请标为建议并写明理由');
    expect(problems).toContain('forms/self-check-report：没有写明栏目的来源');
    expect(problems).toContain('原文没有“自拟口径”');
  });

  it('needs a reason when it is marked', () => {
    const [task] = campaign.tasks;
    const tasks = [{ ...task, key: 'more', source: proposed(' ') }] as never;
    expect(said({ tasks })).toContain('tasks/more：本平台建议没有理由');
  });

  it('is told of points whose source is a clause that names no figure', () => {
    const card = { ...smallScorecard(), source: { clause: 'goal', quote: '树立' } };
    expect(said({ scorecards: [card] })).toContain(
      'scorecards/conduct：原文没有这个分值，请标为建议并写明理由',
    );
  });

  it('is told of what the document names and leaves out, filled as if it were given', () => {
    const named = { clause: 'goal', quote: '风清气正', at: 'scorecards/none' };
    expect(said({}, { ...none, notGiven: [named] })).toContain(
      'scorecards/none：原文只提到“风清气正”，应标为建议',
    );
  });
});
