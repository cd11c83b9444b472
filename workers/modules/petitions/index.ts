/**
 * Owns 请示、专报、信息: what a unit writes upward, its own signature, the office's register of what it
 * received, 拟办 and 批示 with their clock, and the answer that goes back against receipt.
 */
export { PETITION_ANSWERED, PETITION_FILED } from './petitions.events.ts';
export { findPetition } from './petitions.repository.ts';
export { createPetitionsRoutes } from './petitions.routes.ts';
export { mayReadPetition } from './usecases/load-petition.ts';
export { readOpenPetitions } from './usecases/read-open-petitions.ts';
export { listPractices } from './usecases/show-petition.ts';
