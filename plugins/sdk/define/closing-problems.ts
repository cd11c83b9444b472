import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { EntryLink } from '#schema/contracts/campaign/register.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Guard, Workflow } from '#schema/contracts/campaign/workflow.ts';
import { clock, guard, naturalDays, state, step, untilField, workflow } from './workflows.ts';

/** 整改期限 lies in a field of the form, or is so many natural days from the day of the record. */
type Deadline = { field: string } | { days: number };

export type ProblemClosing = {
  /** The key of the register itself, for 反弹: a new problem names the one that came back. */
  register: string;
  deadline: Deadline;
  rule: Text;
  source: Source;
  /** Fields that the unit fills when it applies for closing: the measures taken, the evidence. */
  applyNeeds?: string[];
  /** Fields that are filled when the problem is claimed: who answers, until when. */
  claimNeeds?: string[];
  extension?: Clock['extension'];
  /** What closing demands beside the five conditions (一案双查). */
  closeGuards?: Guard[];
};

const conditions: Record<string, Text> = {
  measures: { zh: '措施已经完成', en: 'The measures are carried out' },
  evidence: { zh: '佐证材料在整改期内', en: 'The evidence is of the time of rectification' },
  rules: { zh: '涉及制度的已立改', en: 'Rules concerned are made or mended' },
  accountability: { zh: '涉及责任的已处理', en: 'Responsibility concerned is dealt with' },
  answered: { zh: '当事人已答复', en: 'Persons concerned have their answer' },
};
const apart = (): Guard[] => [guard.notFiler(), guard.notOwnUnit(), guard.notAdviser()];

function states() {
  return [
    state('found', { zh: '待认领', en: 'Found' }),
    state('claimed', { zh: '已认领', en: 'Claimed' }),
    state('rectifying', { zh: '整改中', en: 'Being rectified' }),
    state('extension-asked', { zh: '申请延期', en: 'Extension asked for' }),
    state('applied', { zh: '申请销号', en: 'Closing applied for' }),
    state('checked', { zh: '初审通过，待复核', en: 'Checked, to be verified' }),
    state('refused', { zh: '不予销号', en: 'Closing refused' }),
    state('long-term', { zh: '转长期整改', en: 'Long-term rectification' }, { longTerm: true }),
    state('closed', { zh: '已销号', en: 'Closed' }, { ends: 'closed' }),
    state('merged', { zh: '已合并', en: 'Merged' }, { ends: 'merged' }),
  ];
}

function unitSteps(options: ProblemClosing) {
  const working = ['claimed', 'rectifying', 'refused', 'extension-asked', 'long-term'];
  return [
    step('claim', {
      title: { zh: '认领', en: 'Claim' },
      from: ['found'],
      to: 'claimed',
      by: ['unit'],
      ...(options.claimNeeds === undefined ? {} : { needs: options.claimNeeds }),
      reaches: ['accepted'],
    }),
    step('begin', {
      title: { zh: '开始整改', en: 'Begin to rectify' },
      from: ['claimed', 'refused'],
      to: 'rectifying',
      by: ['unit', 'responsible'],
    }),
    step('ask-extension', {
      title: { zh: '申请延期', en: 'Ask for an extension' },
      from: ['claimed', 'rectifying', 'refused'],
      to: 'extension-asked',
      by: ['unit', 'responsible'],
      reason: true,
      guards: [guard.beforeExpiry('rectification')],
    }),
    step('apply', {
      title: { zh: '申请销号', en: 'Apply for closing' },
      from: working,
      to: 'applied',
      by: ['unit', 'responsible'],
      ...(options.applyNeeds === undefined ? {} : { needs: options.applyNeeds }),
      reaches: ['rectified'],
    }),
  ];
}

function extensionSteps() {
  return [
    step('extend', {
      title: { zh: '准予延期', en: 'Grant the extension' },
      from: ['extension-asked', 'claimed', 'rectifying', 'refused'],
      to: 'rectifying',
      by: ['office'],
      reason: true,
      guards: apart(),
      extends: 'rectification',
    }),
    step('deny-extension', {
      title: { zh: '不予延期', en: 'Deny the extension' },
      from: ['extension-asked'],
      to: 'rectifying',
      by: ['office'],
      reason: true,
    }),
  ];
}

function officeSteps(options: ProblemClosing) {
  const open = ['found', 'claimed', 'rectifying', 'extension-asked', 'applied', 'refused'];
  return [
    step('check', {
      title: { zh: '初审通过', en: 'Pass the first check' },
      from: ['applied'],
      to: 'checked',
      by: ['office'],
      guards: apart(),
      reaches: ['verified'],
    }),
    step('close', {
      title: { zh: '复核销号', en: 'Verify and close' },
      from: ['checked'],
      to: 'closed',
      by: ['office'],
      guards: [...apart(), guard.ticks(conditions), ...(options.closeGuards ?? [])],
      reaches: ['closed'],
    }),
    step('refuse', {
      title: { zh: '不予销号', en: 'Refuse to close' },
      from: ['applied', 'checked'],
      to: 'refused',
      by: ['office'],
      reason: true,
      guards: apart(),
      leaves: ['rectified', 'verified'],
    }),
    step('to-long-term', {
      title: { zh: '转长期整改', en: 'Move to long-term' },
      from: ['claimed', 'rectifying', 'extension-asked', 'applied', 'checked', 'refused'],
      to: 'long-term',
      by: ['office'],
      reason: true,
      guards: apart(),
      leaves: ['rectified', 'verified'],
    }),
    step('merge', {
      title: { zh: '合并', en: 'Merge' },
      from: open,
      to: 'merged',
      by: ['office'],
      reason: true,
      guards: [guard.notOwnUnit(), guard.notAdviser()],
    }),
  ];
}

/**
 * 问题销号, ready made: 已认领 → 整改中 → 申请销号 → 初审 → 复核 → 已销号, with 不予销号, 转长期整改, 延期
 * and 合并. The unit never closes its own problem and nobody closes what he filed.
 * `register('problems', { …, ...problemClosing({ register: 'problems', deadline: { field: 'due' }, … }) })`
 */
export function problemClosing(options: ProblemClosing): {
  workflow: Workflow;
  clocks: Clock[];
  links: EntryLink[];
} {
  const { register, deadline, rule, source, extension } = options;
  const steps = [...unitSteps(options), ...extensionSteps(), ...officeSteps(options)];
  return {
    workflow: workflow('found', states(), steps),
    clocks: [
      clock('rectification', {
        title: { zh: '整改期限', en: 'Time to rectify' },
        rule,
        term: 'field' in deadline ? untilField(deadline.field) : naturalDays(deadline.days),
        endsIn: ['applied', 'checked', 'closed', 'merged'],
        stopsIn: ['long-term'],
        owner: 'unit',
        extension: extension ?? { days: 30, unit: 'natural', times: 1 },
        source,
      }),
    ],
    links: [{ key: 'relapse-of', title: { zh: '反弹自', en: 'Came back from' }, register }],
  };
}
