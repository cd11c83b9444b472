import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInAudience } from '#plugins/sdk/audience/select.ts';
import { checkCampaign } from '#plugins/sdk/check/check-campaign.ts';
import { computeCampaignDates } from '#plugins/sdk/dates/campaign-dates.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { organization } from '#plugins/sdk/testing/organizations.fixtures.ts';
import { campaign } from './campaign.ts';
import { negativeList } from './forms/negative-list.ts';
import { rectificationDetail } from './forms/rectification-detail.ts';
import { stageProgress } from './forms/stage-progress.ts';
import { scorecard } from './scorecard.ts';

const document = readFileSync(new URL('document.txt', import.meta.url), 'utf8');
const countOf = (kind: string) => campaign.clauses.filter((each) => each.kind === kind).length;
const task = (key: string) => campaign.tasks.find((each) => each.key === key);
const problems = checkCampaign(campaign, { calendar });
const papers = ['negative-list', 'rectification-detail', 'self-check-report'];

describe('Dongxihu’s year of conduct of 2021', () => {
  it('tells principles from work as the office reads its own document', () => {
    expect({
      principle: countOf('principle'),
      routine: countOf('routine'),
      task: countOf('task'),
      target: countOf('target'),
      accountability: countOf('accountability'),
      basis: countOf('basis'),
    }).toEqual({ principle: 37, routine: 19, task: 17, target: 0, accountability: 3, basis: 1 });
  });

  it('is issued by the party committee, and received by an office and its section', () => {
    expect(campaign.document).toMatchObject({
      issuer: '中国共产党武汉市东西湖区卫生健康局委员会',
      number: '东卫发〔2021〕3号',
      recipients: '局机关各科室、局属各单位',
    });
    const offices = papers.map((key) =>
      campaign.offices.find((each) => each.key === task(key)?.to),
    );
    expect(new Set(offices.map((office) => office?.title))).toEqual(
      new Set(['局办公室（监审科）']),
    );
  });

  it('has the six kinds of problems as a dictionary, a clause for each', () => {
    const kinds = campaign.dictionaries?.[0]?.entries ?? [];
    expect(kinds).toHaveLength(6);
    for (const { key, label } of kinds) {
      const clause = campaign.clauses.find((each) => each.key === key);
      expect(clause?.parent).toBe('part-2');
      expect(clause?.title).toBe(typeof label === 'string' ? label : label.zh);
    }
  });

  it('begins on the day of issue, and its second and third phase share August', () => {
    const { phases } = computeCampaignDates(campaign, { calendar });
    const spans = [...phases.values()].map(({ from, to }) =>
      [from, to].map((date) => date.status === 'dated' && date.day),
    );
    expect(spans).toEqual([
      ['2021-01-19', '2021-01-31'],
      ['2021-02-01', '2021-08-31'],
      ['2021-08-01', '2021-10-31'],
    ]);
    expect(campaign.phases.map(({ from, to }) => [from.wording, to.wording])).toEqual([
      ['即日起', '1月底前'],
      ['2月初', '8月底'],
      ['8月初', '10月底'],
    ]);
    const overlaps = problems.filter(({ code }) => code === 'phases.overlap');
    expect(overlaps.map(({ path, severity, message }) => [path, severity, message.zh])).toEqual([
      ['phases/evaluation/from', 'hint', '“问题整改与全面提升”与“总结与检查评估”有一段时间重叠'],
    ]);
  });

  it('has nothing wrong: 25 January 2021 was a Monday', () => {
    expect(problems.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    for (const key of papers) {
      expect(task(key)?.due).toEqual({ kind: 'on', on: '2021-01-25', wording: '1月25日前' });
    }
  });

  it('wants three papers in writing from units and departments alike', () => {
    const unit = organization({ id: 'unit' });
    const department = organization({
      id: 'department',
      kind: 'department',
      level: undefined,
      relations: [],
    });
    const association = organization({ id: 'association', kind: 'other', level: undefined });
    for (const key of papers) {
      const paper = task(key);
      expect(paper?.deliverables?.map(({ kind, required }) => [kind, required])).toEqual([
        ['paper', true],
      ]);
      for (const asked of [unit, department, association]) {
        expect(paper && isInAudience(paper.audience, asked, '2021-01-20')).toBe(true);
      }
    }
    const group = task('leading-group');
    expect(group && isInAudience(group.audience, department, '2021-01-20')).toBe(false);
  });

  it('names the duty of each department as its responsible post', () => {
    const duties = campaign.clauses.filter(
      ({ key, parent }) => parent === 'demand-2' && key.startsWith('duty-'),
    );
    expect(duties.map(({ posts }) => posts?.lead?.[0])).toEqual([
      '局办公室',
      '财务与信息化科',
      '疾控科',
      '法监科',
      '医政科',
      '其他相关科室',
    ]);
  });

  it('seals what people write or call in, and holds no number to call', () => {
    const sealed = campaign.registers.filter((each) => each.sealed).map(({ key }) => key);
    expect(sealed).toEqual(['suggestion-box', 'hotline-cases']);
    expect(campaign.clauses.find(({ key }) => key === 'demand-3-4')?.words).toContain('号码略');
  });
});

describe('what a unit of Dongxihu files', () => {
  it('titles the negative list as the list of annexes does, not as its own heading', () => {
    expect(negativeList.title).toMatchObject({ zh: '自查自纠负面清单表' });
    expect(document).toContain('自省自清负面清单');
    expect(rectificationDetail.title).toMatchObject({ zh: '负面清单整改落实情况明细表' });
  });

  it('says of the lost columns that they are proposed', () => {
    for (const { fields } of [negativeList, rectificationDetail]) {
      const tables = fields.filter(({ kind }) => kind === 'table');
      expect(tables).toHaveLength(1);
      for (const table of tables) expect(table).toHaveProperty('source.proposed', true);
    }
  });

  it('keeps channel and way of finding apart', () => {
    const row = { id: 'r1', number: 1, kind: 'buck-passing', problem: '多头请示，无人答复' };
    const paths = (changes: object) =>
      validateFiling(negativeList, { problems: [{ ...row, ...changes }] }).map(({ path }) => path);
    expect(paths({ channel: 'hotline', way: 'people' })).toEqual([]);
    expect(paths({ channel: 'hotline' })).toHaveLength(1);
    expect(paths({ channel: 'people', way: 'people' })).toHaveLength(1);
  });

  it('counts those who wrote an essay and takes no essay', () => {
    const answers = {
      sessions: 4,
      members: 60,
      essays: 58,
      added: 2,
      open: 3,
      'long-term': 1,
      measures: '逐项落实。',
    };
    expect(validateFiling(stageProgress, answers)).toEqual([]);
    const more = validateFiling(stageProgress, { ...answers, essays: 61 });
    expect(more.map(({ path }) => path)).toEqual(['essays']);
    const filed = new Set(campaign.tasks.map(({ form }) => form));
    const files = campaign.forms
      .filter(({ key }) => filed.has(key))
      .flatMap(({ fields }) => fields.map(({ kind }) => kind));
    expect(files).not.toContain('evidence');
    expect(task('stage-progress')?.deliverables).toBeUndefined();
  });

  it('asks after an appraisal only what was put right, no scores and no persons', () => {
    const form = campaign.forms.find(({ key }) => key === 'appraisal-rectification');
    expect(form?.fields.map(({ kind }) => kind)).toEqual([
      'integer',
      'integer',
      'long-text',
      'long-text',
    ]);
    expect(task('appraisal-rectification')?.nilReturn).toBe(true);
  });
});

describe('Dongxihu’s proposed scorecard', () => {
  const compiled = compileScorecard(scorecard);

  it('prices an omitted paper at one point and a late one at half', () => {
    const events = [
      { id: 'a', category: 'omitted', reason: '负面清单未报' },
      { id: 'b', category: 'late', reason: '1月23日应报，1月26日报' },
    ];
    expect(score(compiled, {}).final).toBe(1_000_000);
    expect(score(compiled, { filings: { kind: 'events', events } })).toMatchObject({
      deductions: 15_000,
      final: 985_000,
      grade: { key: 'excellent' },
    });
  });

  it('fails a unit with a serious violation proved', () => {
    const events = [{ id: 'v', reason: '经查实' }];
    const sheet = score(compiled, { 'serious-violation': { kind: 'events', events } });
    expect(sheet.grade?.key).toBe('failed');
    for (const veto of scorecard.vetoes ?? []) expect(veto.source).toHaveProperty('proposed', true);
  });
});
