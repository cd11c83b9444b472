// The package's own functions read days in the machine's time zone and are a day off west of UTC
// (1.5.7), so only its data is used.
import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { WorkCalendar } from './calendar.ts';
import { yearOf } from './days.ts';

const holidays = Object.keys(data.holidays);

/** The State Council's calendar as shipped: every published year up to `lastYear`. */
export const officialCalendar: WorkCalendar = {
  lastYear: Math.max(...holidays.map(yearOf)),
  holidays: new Set(holidays),
  makeUpDays: new Set(Object.keys(data.workdays)),
};
