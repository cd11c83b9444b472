import { describe, expect, it } from 'vitest';
import type { Answers } from '#schema/contracts/submissions.ts';
import { contentOf, findObstacles, signOffChain, signedText } from './content.domain.ts';
import { filingCampaign, goodAnswers } from './submissions.fixtures.ts';

const { tasks, forms } = filingCampaign();
const [task] = tasks;
const [form] = forms;
if (task === undefined || form === undefined) throw new Error('the campaign of the tests is empty');

const content = (answers: Answers, deliverables: Record<string, string[]> = {}, nil = false) => ({
  nil,
  answers,
  deliverables,
});
const obstacles = (given: ReturnType<typeof content>, stage: 'sign-off' | 'file') =>
  findObstacles({ task, form, content: given, stage }, 'zh-CN');

describe('what keeps a filing from leaving', () => {
  it('is nothing when all is there', () => {
    expect(obstacles(content(goodAnswers, { stamped: ['evd_1'] }), 'file')).toEqual([]);
  });

  it('asks for the stamped scan at the filing, not before the signature', () => {
    expect(obstacles(content(goodAnswers), 'sign-off')).toEqual([]);
    expect(obstacles(content(goodAnswers), 'file')).toEqual([
      {
        path: 'deliverables/stamped',
        code: 'submissions.deliverable-missing',
        message: '缺少“盖章扫描件”，请上传。',
      },
    ]);
  });

  it('names every field at once', () => {
    const paths = obstacles(content({}), 'sign-off').map(({ path }) => path);
    expect(paths).toEqual(['due-people', 'trained-people', 'summary']);
  });

  it('asks nothing of the form for a nil return', () => {
    expect(obstacles(content({}, {}, true), 'sign-off')).toEqual([]);
  });
});

describe('what is signed', () => {
  it('does not change when the stamped scan is added afterwards', () => {
    const before = signedText(task, form, content(goodAnswers));
    expect(signedText(task, form, content(goodAnswers, { stamped: ['evd_1'] }))).toBe(before);
    expect(signedText(task, form, content({ ...goodAnswers, 'due-people': 1 }))).not.toBe(before);
  });

  it('is empty for a nil return, whatever was typed before', () => {
    expect(contentOf(form, content(goodAnswers, {}, true)).answers).toEqual({});
  });

  it('goes through the posts that the task names, in their order', () => {
    expect(signOffChain(task).map(({ title }) => title)).toEqual([
      '填报人',
      '科室负责人',
      '主要负责人',
    ]);
  });
});
