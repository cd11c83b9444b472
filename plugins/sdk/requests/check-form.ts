import { languageVersion, type Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import type { CampaignProblem } from '../check/problem.ts';
import { words } from '../check/problem.ts';
import { alreadyHeld } from '../check/rules/already-held.ts';
import { duplicateKeys } from '../check/rules/duplicate-keys.ts';
import { columnShadows, formReferences, visibleLooksBack } from '../check/rules/forms.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import { scanKey } from './reply-form.ts';

const rules = [formReferences, visibleLooksBack, columnShadows, duplicateKeys, alreadyHeld];

/** A campaign with nothing in it but the form, so that the rules of campaigns hold for it, too. */
function campaignAround(form: Form): Campaign {
  return {
    languageVersion,
    key: 'request',
    title: '临时任务',
    year: 2000,
    period: { from: '2000-01-01', to: '2000-12-31' },
    document: { title: '临时任务', kindName: '临时任务', issuer: '', disclosure: 'withheld' },
    offices: [],
    approval: [],
    clauses: [],
    phases: [],
    tasks: [],
    forms: [form],
    registers: [],
    indicators: [],
    scorecards: [],
    crosswalk: [],
  };
}

/** What is wrong with the form of a request: the same rules as for a campaign's forms. */
export function checkRequestForm(
  form: Form,
  context: { calendar: WorkCalendar; asOf: Day; organizations: readonly OrganizationFacts[] },
): CampaignProblem[] {
  const dates = { phases: new Map(), tasks: new Map() };
  const found = rules
    .flatMap((rule) => rule(campaignAround(form), { ...context, dates }))
    .map((problem) => ({ ...problem, path: problem.path.replace(`forms/${form.key}`, 'form') }));
  if (!form.fields.some(({ key }) => key === scanKey)) return found;
  const reserved: CampaignProblem = {
    severity: 'error',
    code: 'requests.reserved-key',
    path: `form/${scanKey}`,
    message: words(
      `标识“${scanKey}”留给盖章扫描件`,
      `The key “${scanKey}” is kept for the stamped scan`,
    ),
    mend: words('请换一个标识', 'Choose another key'),
  };
  return [...found, reserved];
}
