import type { Field } from '#schema/contracts/campaign/form.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { isNotAsked } from '../../forms/shape.ts';
import { words, type CampaignRule } from '../problem.ts';

type Held = { what: string; en: string; label: RegExp };

/** What the file of a unit (单位档案) says anyway; confirmed there once a year, not asked by a form. */
const always: readonly Held[] = [
  { what: '单位名称', en: 'name', label: /^(填报)?(单位|机构)(全称|名称)?$/u },
  { what: '单位类别', en: 'kind', label: /^(单位|机构)(类别|类型)$/u },
  { what: '级别', en: 'level', label: /^(医院|机构|单位)?(级别|等级)$/u },
  { what: '所有制性质', en: 'ownership', label: /^(举办主体|所有制(性质)?|经营性质)$/u },
];

const byFact: Readonly<Record<string, Held>> = {
  beds: { what: '床位数', en: 'beds', label: /^(编制|实有|开放)?床位(数|总数)?$/u },
  'full-time-staff': {
    what: '专职人员数',
    en: 'full-time staff',
    label: /^专职(工作)?人员(数|人数)?$/u,
  },
  'uniform-code': { what: '统一社会信用代码', en: 'uniform code', label: /统一社会信用代码/u },
};

/** A field that the file of the units answers: 已有 …. Looked at only where the units are known. */
export const alreadyHeld: CampaignRule = (campaign, { organizations }) => {
  if (!organizations) return [];
  const facts = new Set(organizations.flatMap((unit) => unit.facts.map(({ key }) => key)));
  const held = (field: Field): Held | undefined => {
    const label = textIn(field.label, 'zh-CN').value;
    const known = Object.entries(byFact).filter(([key]) => facts.has(key));
    return [...always, ...known.map(([, each]) => each)].find((each) => each.label.test(label));
  };
  return campaign.forms.flatMap((form) =>
    form.fields
      .filter((field) => field.kind !== 'section' && !isNotAsked(field))
      .flatMap((field) => {
        const found = held(field);
        if (!found) return [];
        return [
          {
            severity: 'warning' as const,
            code: 'forms.already-held',
            path: `forms/${form.key}/${field.key}`,
            message: words(
              `“${textIn(field.label, 'zh-CN').value}”已有：单位档案“${found.what}”`,
              `“${textIn(field.label, 'en').value}” is held already in the unit's file: ${found.en}`,
            ),
            mend: words(
              '请注明取自单位档案，只请单位核对',
              'Take it from the file and let the unit confirm it',
            ),
          },
        ];
      }),
  );
};
