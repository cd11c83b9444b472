import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Guard, Workflow } from '#schema/contracts/campaign/workflow.ts';
import { guard, state, step, workflow } from './workflows.ts';

export type CaseHandling = {
  /** The clocks of this kind of case, the one of the whole handling last; `endsIn: ['done', …]`. */
  clocks: Clock[];
  verifyNeeds?: string[];
  replyNeeds?: string[];
  /** What 办结 demands: 一案双查, 领导责任核查. */
  doneGuards?: Guard[];
};

function states() {
  return [
    state('received', { zh: '收件', en: 'Received' }),
    state('supplementing', { zh: '补正中', en: 'Being completed' }),
    state('accepted', { zh: '受理', en: 'Accepted' }),
    state('verified', { zh: '已核查', en: 'Looked into' }),
    state('replied', { zh: '已答复', en: 'Answered' }),
    state('done', { zh: '办结', en: 'Done' }, { ends: 'closed' }),
    state('not-accepted', { zh: '不予受理', en: 'Not accepted' }, { ends: 'void' }),
    state('merged', { zh: '重复件，已合并', en: 'Duplicate, merged' }, { ends: 'merged' }),
  ];
}

function intake() {
  return [
    step('supplement', {
      title: { zh: '通知补正（停表）', en: 'Ask for completion (clock stops)' },
      from: ['received'],
      to: 'supplementing',
      by: ['office'],
      reason: true,
    }),
    step('supplemented', {
      title: { zh: '补正收到', en: 'Completed' },
      from: ['supplementing'],
      to: 'received',
      by: ['office', 'unit'],
    }),
    step('accept', {
      title: { zh: '受理', en: 'Accept' },
      from: ['received'],
      to: 'accepted',
      by: ['office'],
      reaches: ['accepted'],
    }),
    step('not-accept', {
      title: { zh: '不予受理', en: 'Do not accept' },
      from: ['received', 'supplementing'],
      to: 'not-accepted',
      by: ['office'],
      reason: true,
    }),
    step('merge', {
      title: { zh: '合并重复件', en: 'Merge a duplicate' },
      from: ['received', 'accepted'],
      to: 'merged',
      by: ['office'],
      reason: true,
    }),
  ];
}

function handling({ clocks, verifyNeeds, replyNeeds, doneGuards }: CaseHandling) {
  const main = clocks.filter(({ extension }) => extension !== undefined).at(-1);
  const extend =
    main === undefined
      ? []
      : [
          step('extend', {
            title: { zh: '延期', en: 'Extend' },
            from: ['accepted'],
            to: 'accepted',
            by: ['office'],
            reason: true,
            extends: main.key,
          }),
        ];
  return [
    ...extend,
    step('verify', {
      title: { zh: '核查', en: 'Look into' },
      from: ['accepted'],
      to: 'verified',
      by: ['unit', 'responsible', 'office'],
      ...(verifyNeeds === undefined ? {} : { needs: verifyNeeds }),
      reaches: ['verified'],
    }),
    step('reply', {
      title: { zh: '答复', en: 'Answer' },
      from: ['verified'],
      to: 'replied',
      by: ['unit', 'responsible', 'office'],
      ...(replyNeeds === undefined ? {} : { needs: replyNeeds }),
      reaches: ['replied'],
    }),
    step('finish', {
      title: { zh: '办结', en: 'Finish' },
      from: ['replied', 'verified'],
      to: 'done',
      by: ['office'],
      guards: [guard.notFiler(), guard.notOwnUnit(), ...(doneGuards ?? [])],
      reaches: ['done'],
    }),
    step('send-back', {
      title: { zh: '退回重办', en: 'Send back' },
      from: ['verified', 'replied'],
      to: 'accepted',
      by: ['office'],
      reason: true,
      leaves: ['verified', 'replied'],
    }),
  ];
}

/**
 * 件, ready made: 收件 → 受理 → 核查 → 答复 → 办结, with 补正 that stops the clock, 不予受理, 延期 and
 * 合并. `register('letters', { …, ...caseHandling({ clocks: [clock('handling', …)] }) })`
 */
export function caseHandling(options: CaseHandling): { workflow: Workflow; clocks: Clock[] } {
  return {
    workflow: workflow('received', states(), [...intake(), ...handling(options)]),
    clocks: options.clocks,
  };
}
