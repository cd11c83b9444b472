import type { Proposal, ProposalList } from '#schema/contracts/proposals.ts';

const id = (prefix: string, mark: string) => `${prefix}_${mark.padStart(26, '0')}`;

export const clauses = [
  {
    key: 'blame',
    number: '四（二）',
    title: '责任追究',
    words: '一个月内三次被投诉的，予以约谈。',
  },
];

/** Complaints gathered in one month, and nobody has decided yet. */
export const proposalOf = (changes: Partial<Proposal> = {}): Proposal => ({
  id: id('prp', '1'),
  campaignId: id('cmp', '1'),
  organizationId: id('org', '1'),
  organizationName: '东区第一医院',
  rule: 'complaints',
  title: '投诉集中',
  measure: '约谈',
  post: '行风办核稿岗',
  words: '同一月内三次被投诉的，约谈主要负责人。',
  source: { clause: 'blame' },
  reason: { zh: '同一月内3次，达到3次', en: 'three in one month' },
  eventIds: [id('sfa', '1')],
  state: 'proposed',
  holds: true,
  foundAt: Date.parse('2026-06-25T10:00:00+08:00'),
  mayDecide: false,
  mayRecordMeasure: false,
  version: 3,
  ...changes,
});

export const listOf = (rows: readonly Proposal[] = [proposalOf()]): ProposalList => ({
  asOf: Date.parse('2026-07-08T10:00:00+08:00'),
  rows: [...rows],
  counts: { proposed: 1, accepted: 2, declined: 0, lapsed: 1 },
});

export const accepted = (changes: Partial<Proposal> = {}): Proposal =>
  proposalOf({
    state: 'accepted',
    decision: {
      byPost: '分管领导',
      standsIn: true,
      at: Date.parse('2026-07-01T09:00:00+08:00'),
      measure: 'talk',
    },
    ...changes,
  });
