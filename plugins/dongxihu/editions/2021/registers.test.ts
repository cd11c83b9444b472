import { describe, expect, it } from 'vitest';
import { campaign } from './campaign.ts';

const register = campaign.registers.find(({ key }) => key === 'negative-list');
const form = campaign.forms.find(({ key }) => key === register?.form);
const optionsOf = (key: string) => {
  const field = form?.fields.find((each) => each.key === key);
  return field?.kind === 'choice' ? field.options.length : 0;
};

describe('作风建设负面清单', () => {
  it('has the six kinds of problems, six channels, and the four ways of finding apart from them', () => {
    expect(optionsOf('kind')).toBe(6);
    expect(optionsOf('way')).toBe(4);
    expect(register?.channels).toHaveLength(6);
  });

  it('says that its columns are proposed, for the annex is lost', () => {
    expect(form?.source).toMatchObject({ proposed: true });
  });

  it('claims a problem only with measures, who answers and until when (附件3)', () => {
    const claim = register?.workflow?.transitions.find(({ key }) => key === 'claim');
    expect(claim?.needs).toEqual(['responsible-post', 'measures', 'deadline']);
  });
});
