import type { evidence as zh } from '../zh-CN/evidence.ts';

export const evidence: Record<keyof typeof zh, string> = {
  'scan-formats': 'PDF, OFD, JPG, PNG or HEIC, up to 64 MB each.',
  formats: 'PDF, OFD, Word, Excel, WPS, JPG, PNG or HEIC, up to 64 MB each.',
  unnamed: 'Evidence',
  empty: 'The file is empty. Choose another one.',
  'too-large': 'The file exceeds {limit}. Scan at a lower resolution or split it.',
  failed: 'The upload failed. Try again.',
  broken: 'The connection broke off. Try again when it is back.',
  'page-of': 'Page {page} of {pages}, {name}',
  pages: 'Pages of {name}; the arrow keys walk through them',
  'to-page': 'To page {page} of {pages}, {name}',
  'pdf-opening': 'Reading the pages…',
  'pdf-encrypted': 'This PDF asks for a password and cannot be shown here.',
  'pdf-encrypted-next':
    'Open the file and enter the password, or return the filing and ask for a file without one.',
  'pdf-damaged': 'This PDF is damaged; its pages cannot be read.',
  'pdf-damaged-next':
    'Try to open the file itself; if that fails too, return the filing for a new scan.',
  'pdf-not-reached': 'The file was not received; its pages cannot be shown for the moment.',
  'pdf-not-reached-next': 'Reload this page, or open the file itself.',
  'open-file': 'Open the file',
  'page-failed': 'This page cannot be shown; download the file to see it.',
  'page-without-words': 'This page is a scanned picture without readable text.',
  tools: 'Looking at the evidence',
  'zoom-out': 'Smaller',
  'fit-width': 'Fit width',
  'zoom-in': 'Larger',
  'turn-right': 'Turn this page right',
};
