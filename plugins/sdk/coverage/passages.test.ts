import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverDocument } from './passages.ts';

const clause = (name: string, words: string) => ({ name, words });
const document =
  '某卫〔2020〕1号\n\n一、工作目标\n风清气正。\n二、步骤\n分阶段进行。\n\n- 某区卫生健康委';
const frame = ['某卫〔2020〕1号', '某区卫生健康委'];

describe('the clauses of an edition', () => {
  it('cover their document together with its head and signature', () => {
    const clauses = [
      clause('goal', '一、工作目标 风清气正。'),
      clause('steps', '二、步骤分阶段进行。'),
    ];
    expect(coverDocument(document, clauses, frame)).toEqual({
      uncovered: [],
      unfound: [],
      disordered: [],
    });
  });

  it('are told which passages they leave out', () => {
    const found = coverDocument(document, [clause('goal', '一、工作目标')], frame);
    expect(found.uncovered).toEqual(['风清气正。二、步骤分阶段进行。-']);
  });

  it('say a sentence once: the second to claim it is told', () => {
    const clauses = [clause('goal', '风清气正。'), clause('again', '清气正')];
    expect(coverDocument(document, clauses, []).unfound).toEqual(['again']);
  });

  it('stand in the order of the document', () => {
    const clauses = [clause('steps', '分阶段进行。'), clause('goal', '风清气正。')];
    expect(coverDocument(document, clauses, []).disordered).toEqual(['goal']);
  });

  it('cover any document that was cut into them, wherever it was cut', () => {
    const sentence = fc.stringMatching(/^[一-龥]{1,8}。$/u);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const clauses = sentences.map((words, index) => clause(`${index}`, words));
        const covered = coverDocument(sentences.join('\n'), clauses, []);
        expect(covered).toEqual({ uncovered: [], unfound: [], disordered: [] });
      }),
    );
  });
});
