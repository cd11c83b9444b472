import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { carryOver } from '#plugins/sdk/forms/carry-over.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { Answers, SubmissionState } from '#schema/contracts/submissions.ts';
import type {
  MoveStage,
  MoveVerdict,
  StayReason,
  VerdictPlace,
} from '#schema/contracts/version-moves.ts';
import { findObstacles } from './content.domain.ts';
import type { Content } from './content.domain.ts';

/** What one version asks for under a task. */
export type Asked = { task: Task; form: Form };

/** What a move does to one filing; `content` is what it would hold afterwards. */
export type Fate = MoveVerdict & { content: Content };

export type Movable = Content & { state: SubmissionState; isHandedOut: boolean };

export const isOpenState: ReadonlySet<SubmissionState> = new Set([
  'due',
  'draft',
  'returned',
  'signing',
  'signed',
]);

export function stageOf(state: SubmissionState): MoveStage {
  return isOpenState.has(state) ? 'open' : 'arrived';
}

/** The task and its form in a version; nothing where the version no longer has them. */
export function askedIn(campaign: Campaign, taskKey: string): Asked | undefined {
  const task = campaign.tasks.find(({ key }) => key === taskKey);
  const form = task && campaign.forms.find(({ key }) => key === task.form);
  return task && form && { task, form };
}

/** Whether a filing reads the same under both: what it asks, of whom it is signed, what goes with it. */
export function asksTheSame(before: Asked, after: Asked): boolean {
  return sayingOf(before) === sayingOf(after);
}

function sayingOf({ task, form }: Asked): string {
  // When it is due and whom it concerns are settled filing by filing, not by its content.
  const { due: _due, recurs: _recurs, audience: _audience, source: _source, ...content } = task;
  return canonicalJson({ task: content, form });
}

/**
 * What becomes of a filing when it moves to another version. What is still open moves, and says
 * what it loses; what has arrived moves only where nothing is lost and nothing would be missing.
 */
export function fateOf(filing: Movable, before: Asked, after: Asked | undefined): Fate {
  const stay = (why: StayReason, rest: Partial<Fate> = {}): Fate => ({
    kind: 'stays',
    why,
    content: filing,
    losses: [],
    incomplete: [],
    ...rest,
  });
  if (after === undefined) return stay('task-gone');
  if (asksTheSame(before, after)) {
    return { kind: 'same', content: filing, losses: [], incomplete: [] };
  }
  if (filing.state === 'signing' || filing.state === 'signed') return stay('signing');
  if (filing.isHandedOut) return stay('handed-out');
  const { content, losses } = carried(filing, before, after);
  if (stageOf(filing.state) === 'open') {
    const kind = losses.length > 0 ? 'loses' : 'clean';
    return { kind, content, losses, incomplete: [] };
  }
  if (losses.length > 0) return stay('would-lose', { losses });
  const incomplete = obstaclesOf(content, after);
  if (incomplete.length > 0) return stay('to-complete', { incomplete });
  return { kind: 'clean', content, losses, incomplete };
}

function carried(filing: Content, before: Asked, after: Asked) {
  const over = carryOver(before.form, after.form, filing.answers);
  const kept: Record<string, readonly string[]> = {};
  const losses: VerdictPlace[] = over.losses.map(({ path, label }) => ({ path, label }));
  for (const [key, files] of Object.entries(filing.deliverables)) {
    const was = before.task.deliverables?.find((item) => item.key === key);
    const is = after.task.deliverables?.find((item) => item.key === key);
    if (is !== undefined && is.kind === was?.kind) kept[key] = files;
    else if (files.length > 0) {
      losses.push({ path: `deliverables/${key}`, label: was?.title ?? key });
    }
  }
  const nil = filing.nil && after.task.nilReturn === true;
  if (filing.nil && !nil) losses.push({ path: 'nil', label: { zh: '零报告', en: 'Nil return' } });
  // Values were checked against the fields of the form that they now stand on.
  const answers = over.answers as Answers;
  return { content: { nil, answers, deliverables: kept }, losses };
}

function obstaclesOf(content: Content, { task, form }: Asked): VerdictPlace[] {
  const places = new Map<string, VerdictPlace>();
  for (const { path } of findObstacles({ task, form, content, stage: 'file' }, 'zh-CN')) {
    const [head = '', second = ''] = path.split('/');
    const isFile = head === 'deliverables';
    const key = isFile ? path : head;
    const title = isFile
      ? task.deliverables?.find((item) => item.key === second)?.title
      : form.fields.find((field) => field.key === head)?.label;
    places.set(key, { path: key, label: title ?? key });
  }
  return [...places.values()];
}
