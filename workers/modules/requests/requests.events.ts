/** A request went out to its addressees: `{ requestId }`. */
export const REQUEST_ISSUED = 'request.issued';
/** A reply arrived: `{ requestId, replyId, revision }`. */
export const REPLY_FILED = 'request.reply-filed';
