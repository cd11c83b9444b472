import { describe, expect, test } from 'vitest';
import {
  nameUnit,
  readAudience,
  takeParts,
  toContent,
  toFields,
  usualChain,
  withCountersign,
} from './draft-fields.presenter.ts';
import {
  addField,
  editField,
  newForm,
  readOptions,
  removeField,
} from './reply-fields.presenter.ts';
import { contentOf } from './testing/requests.fixtures.ts';

describe('a draft on the page', () => {
  test('comes back as it was kept', () => {
    const content = contentOf({ repeats: { every: 'week', until: '2026-09-30' } });
    expect(toContent(toFields(content))).toEqual(content);
  });

  test('keeps what is right in itself and leaves out what is half written', () => {
    const fields = {
      ...toFields({}),
      title: '报',
      text: '请自查',
      dueOn: '2026-7-17',
      hour: '17点',
    };
    expect(toContent(fields)).toEqual({ text: '请自查', stampedScan: false, nilReply: false });
    expect(toContent({ ...fields, hour: '24:00' }).deadline).toEqual({
      on: '2026-07-17',
      hour: '24:00',
    });
  });

  test('keeps the words of the basis as soon as they are there', () => {
    const fields = { ...toFields({}), basisWords: '局' };
    expect(toContent(fields).basis).toBeUndefined();
    const basisWords = '局长办公会议定';
    expect(toContent({ ...fields, basisWords }).basis).toEqual({
      kind: 'other',
      words: basisWords,
    });
    expect(toContent({ ...fields, basisWords, basisKind: 'meeting' }).basis?.kind).toBe('meeting');
  });

  test('takes the other person’s parts and leaves what is being written', () => {
    const fields = { ...toFields(contentOf()), title: '写到一半' };
    const theirs = contentOf({ text: '对方的要求', title: '对方的标题' });
    const taken = takeParts(fields, theirs, ['text']);
    expect([taken.title, taken.text]).toEqual(['写到一半', '对方的要求']);
  });
});

describe('addressees', () => {
  test('kind, level and relation are read back; other conditions stay as they are', () => {
    expect(readAudience({ relation: 'supervision', to: 'tenant' })).toEqual({
      kinds: [],
      levels: [],
      relation: 'supervision:tenant',
    });
    expect(readAudience({ not: { kind: ['clinic'] } })).toBeUndefined();
    const content = contentOf({ to: { audience: { tag: ['pilot'] }, units: [] } });
    expect(toContent(toFields(content)).to).toEqual(content.to);
  });

  test('a named unit has one part at a time', () => {
    const named = nameUnit([{ organizationId: 'org_1', part: 'reply' }], 'org_1', 'lead');
    expect(named).toEqual([{ organizationId: 'org_1', part: 'lead' }]);
  });
});

test('会签 stands before 签发, and goes again', () => {
  const roles = (chain: ReturnType<typeof usualChain>) => chain.map(({ role }) => role);
  const with4 = withCountersign(usualChain(), true);
  expect(roles(with4)).toEqual(['drafter', 'checker', 'countersigner', 'signer']);
  expect(roles(withCountersign(with4, false))).toEqual(['drafter', 'checker', 'signer']);
});

describe('the form of a reply', () => {
  test('is built item by item, each under a key of its own', () => {
    const form = addField(newForm('自查', '办理情况'), '新填报项');
    expect(form.fields.map(({ key, label }) => [key, label])).toEqual([
      ['item-1', '办理情况'],
      ['item-2', '新填报项'],
    ]);
  });

  test('a choice has its options, one a line', () => {
    const form = editField(newForm('', '是否发现问题'), 'item-1', { kind: 'choice' });
    const edited = editField(form, 'item-1', { options: '有\n没有\n\n不涉及' });
    const [field] = edited.fields;
    expect(field && readOptions(field)).toBe('有\n没有\n不涉及');
    expect(field?.kind !== 'section' && field?.required).toBe(true);
  });

  test('without its last item there is none', () => {
    expect(removeField(newForm('', '办理情况'), 'item-1')).toBeUndefined();
  });
});
