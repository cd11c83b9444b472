import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, field, form, when } from '../define.ts';
import { goodAnswers, trainingForm } from '../testing/forms.fixtures.ts';
import type { Answers } from './answers.ts';
import { describeFormProblem } from './messages.ts';
import { finalAnswers, validateDraft, validateFiling } from './validate.ts';

const file = (changes: Answers) => validateFiling(trainingForm, { ...goodAnswers, ...changes });
const codes = (changes: Answers) => file(changes).map(({ path, code }) => `${path} ${code}`);
const words = (changes: Answers) => file(changes).map((each) => describeFormProblem(each));

describe('a filing', () => {
  it('is accepted when everything asked is there', () => {
    expect(file({})).toEqual([]);
  });

  it('is told everything that is wrong at once', () => {
    expect(codes({ people: undefined, cost: '1.234', closed: -1 })).toEqual([
      'people forms.required',
      'cost forms.places',
      'closed forms.range',
    ]);
  });

  it('says what to do, in the words of the form', () => {
    expect(words({ people: '十二' })).toEqual(['“培训人次”应为不小于0的整数，请填写数字']);
    expect(words({ people: -3 })).toEqual(['“培训人次”应为不小于0的整数，现为-3，请核对']);
    expect(words({ cost: '200000' })).toEqual([
      '“培训经费”应为0至100000之间的金额，现为200000，请核对',
    ]);
  });

  it('needs a reason only where the condition asks for one', () => {
    expect(codes({ sources: ['hotline'] })).toEqual(['why forms.required']);
    expect(words({ sources: ['hotline'], why: '太短' })).toEqual([
      '“原因说明”不少于5字，现为2字，请补充',
    ]);
  });

  it('keeps choices to the options and to their limit', () => {
    expect(codes({ found: 'perhaps' })).toContain('found forms.choice');
    expect(codes({ sources: ['self', 'visit', 'hotline'], why: '群众来电反映' })).toEqual([
      'sources forms.choice-limit',
    ]);
    expect(codes({ sources: ['self', 'self'] })).toEqual(['sources forms.choices']);
    expect(codes({ mood: 'unknown' })).toEqual([]);
  });

  it('asks for the cells of each row and names the row', () => {
    const problems = [{ id: 'r1', problem: '问题', state: 'closed' }];
    expect(words({ problems })).toEqual(['“问题清单”第1行“销号日期”尚未填写，请补充']);
    expect(codes({ problems })).toEqual(['problems/r1/closed-on forms.required']);
  });

  it('counts the rows of a table', () => {
    expect(codes({ problems: [], closed: 0 })).toContain('problems forms.rows-too-few');
    const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, problem: '问题', state: 'open' }));
    expect(codes({ problems: rows })).toEqual(['problems forms.rows-too-many']);
  });

  it('refuses rows without a name of their own', () => {
    const row = { id: 'r1', problem: '问题', state: 'open' };
    expect(codes({ problems: [row, row] })).toContain('problems forms.row-id');
    expect(codes({ problems: [{ problem: '问题', state: 'open' }] })).toContain(
      'problems forms.row-id',
    );
  });

  it('does not ask for what a named source gives', () => {
    expect(codes({ beds: undefined })).toEqual([]);
  });

  it('holds hidden fields void, required or wrong as they may be', () => {
    expect(codes({ found: 'no', problems: 'nonsense', why: 5, closed: undefined })).toEqual([]);
    const final = finalAnswers(trainingForm, { ...goodAnswers, found: 'no' });
    expect(Object.keys(final).sort()).toEqual(['cost', 'found', 'held-on', 'people']);
  });

  it('holds a hidden cell void too', () => {
    const problems = [{ id: 'r1', problem: '问题', state: 'open', 'closed-on': '2020-01-01' }];
    expect(codes({ problems })).toEqual([]);
    expect(finalAnswers(trainingForm, { ...goodAnswers, problems })['problems']).toEqual([
      { id: 'r1', problem: '问题', state: 'open' },
    ]);
  });

  it('checks one figure against another, computed ones included', () => {
    expect(words({ closed: 3 })).toEqual(['已整改数不应大于问题数']);
    const [problem] = file({ closed: 3 });
    expect(problem && describeFormProblem(problem, 'en')).toBe(
      'Closed must not exceed the problems.',
    );
  });

  it('checks every row where the check stands at a column', () => {
    expect(codes({ 'held-on': '2026-06-15' })).toEqual(['problems/r1/closed-on forms.check']);
  });

  it('lets a check say what a missing value means', () => {
    const strict = (missing: 'skip' | 'fail') =>
      form('f', {
        title: '表',
        fields: [field.integer('due', '应报'), field.integer('done', '实报')],
        checks: [
          check('c', {
            assert: when.notMoreThanField('done', 'due'),
            missing,
            at: 'done',
            message: '实报不应大于应报',
          }),
        ],
      });
    expect(validateFiling(strict('skip'), { done: 3 })).toEqual([]);
    expect(validateFiling(strict('fail'), { done: 3 })).toHaveLength(1);
  });

  it('knows nothing of fields the form does not have', () => {
    expect(codes({ extra: 1 })).toEqual(['extra forms.unknown-field']);
  });

  it('has words in both languages for every value that could be thrown at it', () => {
    const anyAnswers = fc.record(
      Object.fromEntries(
        trainingForm.fields.map(({ key }) => [key, fc.oneof(fc.jsonValue(), fc.constant('yes'))]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const all = [
          ...validateFiling(trainingForm, answers),
          ...validateDraft(trainingForm, answers),
        ];
        for (const each of all) {
          expect(describeFormProblem(each)).toMatch(/[请应]/u);
          expect(describeFormProblem(each, 'en')).not.toContain('undefined');
        }
      }),
    );
  });
});

describe('a draft', () => {
  it('asks for nothing', () => {
    expect(validateDraft(trainingForm, {})).toEqual([]);
  });

  it('minds shape but not limits', () => {
    expect(validateDraft(trainingForm, { people: -5 })).toEqual([]);
    expect(validateDraft(trainingForm, { people: 1.5 })).toHaveLength(1);
  });

  it('minds the shape of hidden fields, since they may show again', () => {
    expect(validateDraft(trainingForm, { found: 'no', closed: '三' })).toHaveLength(1);
  });

  it('is never stricter about shape than the filing it becomes', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.array(fc.string()));
    fc.assert(
      fc.property(
        fc.constantFrom('people', 'cost', 'held-on', 'month', 'mood'),
        value,
        (key, each) => {
          const inDraft = validateDraft(trainingForm, { ...goodAnswers, [key]: each });
          const filed = file({ [key]: each }).map(({ path }) => path);
          for (const { path } of inDraft) expect(filed).toContain(path);
        },
      ),
    );
  });
});
