import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { field, form } from '../define.ts';
import { smallCampaign } from './campaign.fixtures.ts';

export const problemForm = form('problem', {
  title: '问题登记表',
  fields: [
    field.text('summary', '问题表现', { required: true }),
    field.post('holder', '责任岗位', { required: true }),
    field.date('mend-by', '整改期限', { required: true }),
    field.longText('measures', '整改措施'),
  ],
});

/** 问题台账 without a fault: 整改中 → 申请销号 → 已销号, and back. */
export function smallRegister(changes: Partial<Register> = {}): Register {
  return {
    key: 'problems',
    title: '问题整改台账',
    noun: '问题',
    clause: 'self-check',
    source: { clause: 'self-check' },
    form: 'problem',
    office: 'medical',
    recordedBy: ['unit', 'office'],
    workflow: {
      start: 'rectifying',
      states: [
        { key: 'rectifying', title: '整改中' },
        { key: 'applied', title: '申请销号' },
        { key: 'closed', title: '已销号', ends: 'closed' },
      ],
      transitions: [
        {
          key: 'apply',
          title: '申请销号',
          from: ['rectifying'],
          to: 'applied',
          by: ['unit'],
          needs: ['measures'],
          reaches: ['rectified'],
        },
        {
          key: 'close',
          title: '同意销号',
          from: ['applied'],
          to: 'closed',
          by: ['office'],
          guards: [{ kind: 'not-filer' }],
          reaches: ['closed'],
        },
        {
          key: 'refuse',
          title: '不予销号',
          from: ['applied'],
          to: 'rectifying',
          by: ['office'],
          reason: true,
          leaves: ['rectified'],
        },
      ],
    },
    clocks: [
      {
        key: 'mending',
        title: '整改期限',
        rule: '按登记的整改期限',
        term: { kind: 'until', field: 'mend-by' },
        starts: { on: 'entry' },
        endsIn: ['closed'],
        owner: 'responsible',
        source: { clause: 'self-check' },
      },
    ],
    ...changes,
  };
}

/** The small campaign with one register. */
export function registerCampaign(changes: Partial<Register> = {}): Campaign {
  const campaign = smallCampaign();
  return {
    ...campaign,
    forms: [...campaign.forms, problemForm],
    registers: [smallRegister(changes)],
  };
}
