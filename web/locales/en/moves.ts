import type { moves as zh } from '../zh-CN/moves.ts';

export const moves: Record<keyof typeof zh, string> = {
  'filings-title': 'Filings on earlier versions',
  'filings-intro':
    'Whoever had not begun follows {version} already. These filings hold something: the office decides whether they move. What does not move goes on under its own version.',
  'filings-none': 'No filing stands on an earlier version',
  'filings-line': '{open} not filed, {arrived} filed ({from})',
  'line-moved': '{moved} moved to the new version',
  'act-plan': 'See what a move would do',
  'plan-title': 'Move to {version}: {task}',
  'plan-words': 'This is a dry run; nothing has been changed.',
  unchanged: 'For {count} more both versions ask the same: nothing to move.',
  'filings-nothing-moves': 'There is nothing that could move.',
  'filings-open-clean': '{count} not filed: everything filled in stays',
  'filings-open-loses': '{count} not filed: some of what is filled in has no place in the new form',
  'filings-arrived-clean': '{count} filed: all of it fits the new form; their state stays',
  'stays-task-gone': '{count} stay: the new version no longer has the task',
  'stays-signing': '{count} stay: being signed inside the unit; move them when that is over',
  'stays-handed-out': '{count} stay: departments have parts of them; move them afterwards',
  'filings-stays-would-lose': '{count} filed stay: they would lose what was filed',
  'filings-stays-to-complete':
    '{count} filed stay: they would lack what the new version requires; return them first',
  losses: 'Would be lost: {places}',
  incomplete: 'Would be missing: {places}',
  place: '“{label}” ({count})',
  units: '{count} units: {names}',
  'units-more': '{count} units: {names} and others',
  kept: 'What they held before is kept; a move can be taken back while nobody has worked on them.',
  reason: 'Reason for the move',
  'act-move': 'Move to the new version',
  moving: 'Moving: {moved} so far',
  done: '{moved} moved, {kept} left on their version',
  'act-back': 'Take the move back',
  'filings-back-words':
    'Moved filings get back what they held before; those that a unit has worked on since stay as they are.',
  'back-title': 'Take the move back: {task}',
  'back-reason': 'Reason',
  'back-done': '{moved} restored; {kept} were worked on since and stay',
  'entries-title': 'Register entries on earlier versions',
  'entries-intro':
    'Items of a list that nobody had taken up follow {version} already. These entries hold something: the office decides whether they move. What does not move goes on under its own version. A term that has begun keeps its length; a new term counts only from steps after the move.',
  'entries-none': 'No entry stands on an earlier version',
  'entries-line': '{open} being handled, {arrived} ended ({from})',
  'entries-nothing-moves': 'There is no entry that could move.',
  'entries-open-clean': '{count} being handled: everything stays, and so does their state',
  'entries-open-loses':
    '{count} being handled: something has no place in the new version, or something it requires is missing',
  'entries-arrived-clean': '{count} ended: all of it fits the new version; their result stays',
  'entries-stays-would-lose': '{count} ended stay: they would lose what is on record',
  'entries-stays-to-complete': '{count} ended stay: they would lack what the new version requires',
  'stays-register-gone': '{count} stay: the new version no longer has the register',
  'stays-row-gone': '{count} stay: the new list no longer has their row',
  'stays-state-gone': '{count} stay: the new version no longer has the state they are in',
  'stays-state-changed':
    '{count} stay: the state they are in means something else in the new version (ended, long-term, shown to the unit), or nothing follows it',
  'stays-unmasked':
    '{count} stay: the new version would show what is masked in them; mask it there to move them',
  'stays-handed-over': '{count} stay: handed over and not signed for; move them when that is over',
  samples: 'For example:',
  'entries-back-words':
    'Moved entries get back what they held before; those that were handled since stay as they are.',
};
