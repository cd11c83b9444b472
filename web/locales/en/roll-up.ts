import type { rollUp as zh } from '../zh-CN/roll-up.ts';

export const rollUp: Record<keyof typeof zh, string> = {
  'units-by-indicators': 'Indicators by unit',
  'adjusted-of': '{label}: adjusted',
  'reason-of': '{label}: reason',
  list: '{state}: {count}',
  'upload-scan': 'Upload the stamped scan',
  'scan-there': 'Stamped scan ({count} uploaded)',
  excel: 'Download as Excel',
  'file-to': 'File with {issuer}',
  'paper-title': '{title} · Roll-up',
  'paper-unit': 'Unit: {unit}',
  'adjusted-note': 'Where the figure differs from the sum:',
  'adjusted-line': '{label}: sum {sum}, reported {figure}. {reason}',
  'sign-reviewer': 'Reviewer (signature):',
  'sign-leader': 'Leader in charge (signature):',
  'sign-seal': '(seal)        Date:',
};
