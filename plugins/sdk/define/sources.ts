import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

/** From a clause of the campaign's own document: `fromClause('reporting', '按期办结')`. */
export function fromClause(clause: string, quote?: string): Source {
  return quote === undefined ? { clause } : { clause, quote };
}

/** From another published document: `fromDocument('国卫办医函〔2020〕592号')`. */
export function fromDocument(document: string, quote?: string): Source {
  return quote === undefined ? { document } : { document, quote };
}

/** 本平台建议: not in the document; says why it is there. `proposed('原文未定周期，建议每半年一次')`. */
export function proposed(reason: Text): Source {
  return { proposed: true, reason };
}
