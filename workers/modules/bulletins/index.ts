/**
 * Owns 通报、总结、简报: papers of the office in parts with their versions, figures that know where they
 * are from, the check for names, 审签, the Word file, and 分发 with receipts by unit.
 */
export { BULLETIN_SENT } from './bulletins.events.ts';
export { findBulletin } from './bulletins.repository.ts';
export { createBulletinsRoutes } from './bulletins.routes.ts';
export { mayReadBulletin } from './usecases/receive-bulletin.ts';
