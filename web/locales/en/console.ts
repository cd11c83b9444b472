import type { consoleWords as zh } from '../zh-CN/console.ts';

export const consoleWords: Record<keyof typeof zh, string> = {
  'nav-campaigns': 'Campaigns',
  'nav-imported': 'Other systems',
  'nav-progress': 'Progress',
  'nav-reviews': 'Reviews',
  'nav-branding': 'Branding',
  week: 'This week',
  'week-empty': 'Nothing to do this week.',
  'to-sign': 'For me: {act}',
  'due-on': 'Due {day}',
  'phase-ends': 'Phase ends {day}',
  'to-review': 'To review',
  'to-review-words': '{count} filings wait, the first for {days} days',
  overdue: 'Overdue',
  'overdue-words': '{count} filings of {units} units are overdue',
};
