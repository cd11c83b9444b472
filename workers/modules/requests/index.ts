/**
 * Owns 临时任务／交办事项: what a commission or a bureau asks of units outside the campaign, its own
 * approval, who signed for it, the replies with their receipts, and what the sender does after it
 * went out.
 */
export { REQUEST_ISSUED } from './requests.events.ts';
export { createRequestsRoutes } from './requests.routes.ts';
export { signRequest, submitRequest } from './usecases/approve-request.ts';
export { issueRequest } from './usecases/issue-request.ts';
export { listMine } from './usecases/list-mine.ts';
export { mayReadReply, mayReadRequest } from './usecases/may-read-request.ts';
export { openRequest } from './usecases/open-request.ts';
export { fileReply, saveReply } from './usecases/write-reply.ts';
export { onUnitEnded } from './handlers/unit-ended.ts';
export { readOpenReplies } from './usecases/follow-ending.ts';
