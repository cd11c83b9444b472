import type { JSX } from 'solid-js';
import type { CampaignProblem } from '#schema/contracts/campaigns.ts';

const marks: Record<CampaignProblem['severity'], string> = { error: '✕', warning: '▲', hint: '○' };

/** 错误, 提醒, 提示: a word with a mark of its own. */
export const Severity = (props: { of: CampaignProblem['severity']; children: JSX.Element }) => (
  <span class={`severity severity-${props.of}`}>
    <span aria-hidden="true">{marks[props.of]}</span> {props.children}
  </span>
);
