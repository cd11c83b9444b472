import { expect, test } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import { field, form } from '#plugins/sdk/define.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { makeAnswers } from './answers.ts';

const unit = { organizationId: 'org_1', year: 2026 };
const telephone = /(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})/;
const titled = /[\p{Script=Han}]{2,3}(?:同志|先生|女士|医生|护士长)/u;

const forms = await Promise.all(
  plugins.flatMap(({ id, editions }) =>
    editions.map(async ({ load }) => {
      const { campaign } = await load();
      return campaign.forms.map((each) => ({ name: `${id} ${each.key}`, each }));
    }),
  ),
);

test.each(forms.flat())('$name accepts what is answered', ({ each }) => {
  for (let seed = 0; seed < 12; seed += 1) {
    const answers = makeAnswers({ ...unit, form: each, seed: `${seed}` });
    expect(validateFiling(each, answers)).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(telephone);
    expect(JSON.stringify(answers)).not.toMatch(titled);
  }
});

test('the same seed answers the same, another otherwise', () => {
  const [first] = forms.flat();
  if (first === undefined) throw new Error('no form');
  const answer = (seed: string) => makeAnswers({ ...unit, form: first.each, seed });
  expect(answer('a')).toEqual(answer('a'));
  expect(answer('a')).not.toEqual(answer('b'));
});

test('a form that nothing fits is said to be one', () => {
  const impossible = form('impossible', {
    title: '不可能',
    fields: [field.evidence('scan', '扫描件', { required: true, accepts: ['stamped-scan'] })],
  });
  expect(() => makeAnswers({ ...unit, form: impossible, seed: 'x' })).toThrow('impossible: scan');
});
