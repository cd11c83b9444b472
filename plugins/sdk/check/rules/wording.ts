import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { words, type CampaignRule, type Wording } from '../problem.ts';

type Said = { path: string; clause?: string; rule: DateRule };

const two = (number: string | undefined) => (number ?? '').padStart(2, '0');

/** 「2020年11月15日」 and 「11月15日」: what the words say where they say it plainly, year included. */
function sayDay(wording: string): { day: string; text: string }[] {
  return [...wording.matchAll(/(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/gu)].map((match) => ({
    day: `${match[1] ?? ''}-${two(match[2])}-${two(match[3])}`,
    text: match[0],
  }));
}

function oddDay(rule: Extract<DateRule, { kind: 'on' }>): Wording | undefined {
  const said = sayDay(rule.wording);
  if (said.length === 0 || said.some(({ day }) => rule.on.endsWith(day))) return undefined;
  return words(
    `原文写“${said[0]?.text}”，系统日期为${rule.on}`,
    `The words say “${said[0]?.text}”, the date is ${rule.on}`,
  );
}

function oddTerm(rule: Extract<DateRule, { kind: 'after' }>): Wording | undefined {
  const match = /(\d+)\s*个?(工作日|自然日|日|天)(?:以?内|之内|后)/u.exec(rule.wording);
  if (!match) return undefined;
  const unit = match[2] === '工作日' ? 'working' : 'natural';
  if (Number(match[1]) === rule.days && unit === rule.unit) return undefined;
  return words(
    `原文写“${match[0]}”，系统按${rule.days}个${rule.unit === 'working' ? '工作日' : '自然日'}计算`,
    `The words say “${match[0]}”, it is counted as ${rule.days} ${rule.unit} days`,
  );
}

// The longer words first: 上半月 would otherwise be read as 上旬’s neighbour.
const parts: readonly [pattern: RegExp, fitting: readonly string[]][] = [
  [/月底|月末/u, ['end', 'late']],
  [/月初/u, ['beginning', 'early']],
  [/上旬/u, ['early', 'beginning']],
  [/中旬/u, ['middle']],
  [/下旬/u, ['late', 'end']],
];

function oddPart(rule: Extract<DateRule, { kind: 'month-part' }>): Wording | undefined {
  const month = Number(rule.month.slice(5));
  const saidMonths = [...rule.wording.matchAll(/(\d{1,2})月/gu)].map((match) => Number(match[1]));
  const saidParts = parts.filter(([pattern]) => pattern.test(rule.wording));
  const fitsMonth = saidMonths.length === 0 || saidMonths.includes(month);
  const fitsPart =
    saidParts.length === 0 || saidParts.some(([, fitting]) => fitting.includes(rule.part));
  if (fitsMonth && fitsPart) return undefined;
  return words(
    `原文写“${rule.wording}”，与系统的月份或旬不一致`,
    `The words “${rule.wording}” name another month or part of it`,
  );
}

function oddity(rule: DateRule): Wording | undefined {
  if (rule.kind === 'on') return oddDay(rule);
  if (rule.kind === 'after') return oddTerm(rule);
  return rule.kind === 'month-part' ? oddPart(rule) : undefined;
}

/** A date that says something else than the words it stands for. */
export const dateWording: CampaignRule = (campaign) => {
  const said: Said[] = [
    ...campaign.phases.flatMap(({ key, clause, from, to }) => [
      { path: `phases/${key}/from`, clause, rule: from },
      { path: `phases/${key}/to`, clause, rule: to },
    ]),
    ...campaign.tasks.flatMap(({ key, clause, due }) =>
      due ? [{ path: `tasks/${key}/due`, clause, rule: due }] : [],
    ),
  ];
  return said.flatMap(({ path, clause, rule }) => {
    const message = oddity(rule);
    if (!message) return [];
    return [
      {
        severity: 'hint' as const,
        code: 'dates.wording',
        path,
        ...(clause === undefined ? {} : { clause }),
        message,
        mend: words(
          '请核对日期；确已调整的，在修订说明中写明',
          'Check the date; where it was moved on purpose, say so in the list of changes',
        ),
      },
    ];
  });
};
