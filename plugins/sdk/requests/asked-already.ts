import type { Field, Form } from '#schema/contracts/campaign/form.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { words, type CampaignProblem } from '../check/problem.ts';
import { isNotAsked } from '../forms/shape.ts';

/** A form that units fill in this year anyway: of a task of a campaign, or of another request. */
export type AskedForm = { title: string; form: Form; units: ReadonlySet<string> };

const figures: readonly Field['kind'][] = ['integer', 'decimal', 'money'];
const labelOf = (field: Field) => textIn(field.label, 'zh-CN').value;

const figuresOf = (form: Form) =>
  form.fields.filter((field) => figures.includes(field.kind) && !isNotAsked(field));

function isShared(asked: AskedForm, units: ReadonlySet<string>): boolean {
  return [...units].some((id) => asked.units.has(id));
}

/** A figure that the same units report this year already: 已有 …. */
export function askedAlready(
  form: Form,
  units: ReadonlySet<string>,
  others: readonly AskedForm[],
): CampaignProblem[] {
  const near = others.filter((asked) => isShared(asked, units));
  return figuresOf(form).flatMap((field) => {
    const label = labelOf(field);
    const found = near.find((asked) =>
      figuresOf(asked.form).some((other) => labelOf(other) === label && other.kind === field.kind),
    );
    if (found === undefined) return [];
    return [
      {
        severity: 'warning' as const,
        code: 'forms.asked-twice',
        path: `form/${field.key}`,
        message: words(
          `“${label}”已有：${found.title}`,
          `“${textIn(field.label, 'en').value}” is asked already: ${found.title}`,
        ),
        mend: words(
          '请删去这一项，或注明取自已有的报表',
          'Leave it out, or take it from the form that asks for it',
        ),
      },
    ];
  });
}
