import type { evidence as zh } from '../zh-CN/evidence.ts';

export const evidence: Record<keyof typeof zh, string> = {
  'scan-formats': 'PDF, OFD, JPG, PNG or HEIC, up to 64 MB each.',
  formats: 'PDF, OFD, Word, Excel, WPS, JPG, PNG or HEIC, up to 64 MB each.',
  unnamed: 'Evidence',
  empty: 'The file is empty. Choose another one.',
  'too-large': 'The file exceeds {limit}. Scan at a lower resolution or split it.',
  failed: 'The upload failed. Try again.',
  broken: 'The connection broke off. Try again when it is back.',
};
