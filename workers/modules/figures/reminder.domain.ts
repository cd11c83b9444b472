import type { Moment } from './moment.domain.ts';
import type { Bureau } from './places.domain.ts';

type Late = { readonly organizationName: string; readonly area: string };
type Both = { zh: string; en: string };

/** More units than this are listed place by place. */
const inOneLine = 10;

/** 催报名单: whom to press, in official order, ready for the chat group. */
export function remindersByArea(input: {
  moment: Moment;
  units: readonly Late[];
  bureaus: readonly Bureau[];
}): Both {
  const { units } = input;
  const when = momentWords(input.moment);
  if (units.length === 0) {
    return {
      zh: `截至${when.zh}，没有逾期未报的单位。`,
      en: `As of ${when.en}, nothing is overdue.`,
    };
  }
  const count = units.length;
  const head = {
    zh: `截至${when.zh}，以下${count}家单位应报材料尚未报送：`,
    en: `As of ${when.en}, ${count} units have not filed: `,
  };
  const tail = {
    zh: '请尽快报送，如有困难请说明。',
    en: 'Please file as soon as possible, or say what stands in the way.',
  };
  if (count <= inOneLine) {
    const names = units.map(({ organizationName }) => organizationName);
    return {
      zh: `${head.zh}${names.join('、')}。${tail.zh}`,
      en: `${head.en}${names.join(', ')}. ${tail.en}`,
    };
  }
  const lines = linesOf(units, input.bureaus);
  const line = (of: (typeof lines)[number], name: string, separator: string, open: string) =>
    `${name}${open}${of.names.join(separator)}`;
  return {
    zh: [
      head.zh,
      ...lines.map((each) =>
        line(each, each.name ?? '直属单位', '、', `（${each.names.length}家）：`),
      ),
      tail.zh,
    ].join('\n'),
    en: [
      head.en.trim(),
      ...lines.map((each) =>
        line(each, each.name ?? 'Directly under', ', ', ` (${each.names.length}): `),
      ),
      tail.en,
    ].join('\n'),
  };
}

function linesOf(units: readonly Late[], bureaus: readonly Bureau[]) {
  const names = new Map(bureaus.map(({ id, name }) => [id, name]));
  const order = ['', ...bureaus.map(({ id }) => id)];
  const groups = Map.groupBy(units, ({ area }) => (names.has(area) ? area : ''));
  return order.flatMap((area) => {
    const own = groups.get(area);
    if (own === undefined) return [];
    return [{ name: names.get(area), names: own.map(({ organizationName }) => organizationName) }];
  });
}

function momentWords({ asOf, day }: Moment): Both {
  if (day !== undefined) {
    const [, month = '', date = ''] = day.split('-');
    return { zh: `${Number(month)}月${Number(date)}日24:00`, en: `${day} 24:00` };
  }
  const local = new Date(asOf + 8 * 3_600_000).toISOString();
  const time = local.slice(11, 16);
  const [, month = '', date = ''] = local.slice(0, 10).split('-');
  return {
    zh: `${Number(month)}月${Number(date)}日${time}`,
    en: `${local.slice(0, 10)} ${time}`,
  };
}
