/** An entry was put on record: `{ entryId, register }`. */
export const ENTRY_RECORDED = 'register-entry.recorded';
/** A step was taken: `{ entryId, register, transition, to }`. */
export const ENTRY_MOVED = 'register-entry.moved';
/** 整改不实: a proposal for a measure; an organ decides: `{ entryId, register, closedBy }`. */
export const ENTRY_FOUND_UNTRUE = 'register-entry.found-untrue';
