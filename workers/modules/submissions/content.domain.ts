import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import { finalAnswers, validateFiling } from '#plugins/sdk/forms/validate.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Deliverable, SignOffPost, Task } from '#schema/contracts/campaign/task.ts';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

export type Content = {
  nil: boolean;
  answers: Answers;
  deliverables: Readonly<Record<string, readonly string[]>>;
};

/** What is signed and filed: hidden answers void, computed ones worked out, a nil return empty. */
export function contentOf(form: Form, stored: Content): Content {
  const answers = stored.nil ? {} : (finalAnswers(form, stored.answers) as Answers);
  const deliverables = Object.fromEntries(
    Object.entries(stored.deliverables).filter(([, ids]) => ids.length > 0),
  );
  return { nil: stored.nil, answers, deliverables };
}

/** The text whose hash is signed; the stamped scan comes after the signature and is left out. */
export function signedText(task: Task, form: Form, stored: Content): string {
  const { nil, answers, deliverables } = contentOf(form, stored);
  const attached = Object.entries(deliverables).filter(
    ([key]) => kindOf(task, key) === 'attachment',
  );
  return canonicalJson({ nil, answers, deliverables: Object.fromEntries(attached) });
}

/**
 * Everything that keeps a filing from being signed or filed, one entry per field, in words. The
 * stamped scan shows the signatures, so it is asked for at the filing and not before.
 */
export function findObstacles(
  input: { task: Task; form: Form; content: Content; stage: 'sign-off' | 'file' },
  language: 'zh-CN' | 'en',
): ProblemEntry[] {
  const { task, form, content, stage } = input;
  const wrong = content.nil
    ? []
    : validateFiling(form, content.answers).map((problem) => ({
        path: problem.path,
        code: problem.code,
        message: describeFormProblem(problem, language),
      }));
  const missing = (task.deliverables ?? [])
    .filter((item) => isMissing(item, content, stage))
    .map((item) => missingEntry(item, language));
  return [...wrong, ...missing];
}

/** The posts of the chain in 院内审签 order; the filler takes the first by submitting. */
export const signOffTitles: Readonly<Record<SignOffPost, string>> = {
  filler: '填报人',
  'department-head': '科室负责人',
  'deputy-head': '分管领导',
  head: '主要负责人',
};

export function signOffChain(task: Task) {
  return task.signOff.map((post) => ({ key: post, title: signOffTitles[post], role: post }));
}

function kindOf(task: Task, key: string): Deliverable['kind'] | undefined {
  return task.deliverables?.find((item) => item.key === key)?.kind;
}

function isMissing(item: Deliverable, content: Content, stage: 'sign-off' | 'file'): boolean {
  if (!item.required || item.kind === 'paper') return false;
  if (content.nil && item.kind === 'attachment') return false;
  if (item.kind === 'stamped-scan' && stage === 'sign-off') return false;
  return (content.deliverables[item.key] ?? []).length === 0;
}

function missingEntry(item: Deliverable, language: 'zh-CN' | 'en'): ProblemEntry {
  const zh = typeof item.title === 'string' ? item.title : item.title.zh;
  const en = typeof item.title === 'string' ? item.title : (item.title.en ?? item.title.zh);
  const message = language === 'en' ? `“${en}” is missing. Upload it.` : `缺少“${zh}”，请上传。`;
  return { path: `deliverables/${item.key}`, code: 'submissions.deliverable-missing', message };
}
