/** The day a demo shows unless told otherwise: half-way through its year, a Wednesday morning. */
export const demoToday = '2026-07-08T10:00:00+08:00';
