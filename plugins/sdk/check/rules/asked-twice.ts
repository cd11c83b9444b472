import type { Field } from '#schema/contracts/campaign/form.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { isNotAsked } from '../../forms/shape.ts';
import { words, type CampaignRule } from '../problem.ts';

const figures: readonly Field['kind'][] = ['integer', 'decimal', 'money'];

/** A figure asked of the same audience twice at the same time: 已有 …. */
export const askedTwice: CampaignRule = (campaign) => {
  const seen = new Map<string, string>();
  return campaign.tasks.flatMap((task) => {
    const form = campaign.forms.find(({ key }) => key === task.form);
    const fields = (form?.fields ?? []).filter(
      (each) => figures.includes(each.kind) && !isNotAsked(each),
    );
    const audience = JSON.stringify([task.audience, task.recurs?.every ?? 'once']);
    return fields.flatMap((field) => {
      const label = textIn(field.label, 'zh-CN').value;
      const asked = `${label} ${audience}`;
      const first = seen.get(asked);
      if (first === undefined) seen.set(asked, `${task.form}/${field.key}`);
      if (first === undefined || first === `${task.form}/${field.key}`) return [];
      return [
        {
          severity: 'warning' as const,
          code: 'forms.asked-twice',
          path: `forms/${task.form}/${field.key}`,
          clause: task.clause,
          message: words(
            `“${label}”已有：${first}`,
            `“${textIn(field.label, 'en').value}” is asked already: ${first}`,
          ),
          mend: words(
            '请删去其中一处，或注明取自前一张表',
            'Ask once, or take it from the other form',
          ),
        },
      ];
    });
  });
};
