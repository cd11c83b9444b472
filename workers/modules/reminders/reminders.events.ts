/** A message is on its way outside: `{ deliveryId }`. */
export const MESSAGE_DUE = 'message.due';
/** 催办: a unit was urged: `{ urgeId }`. */
export const UNIT_URGED = 'unit.urged';
/** A paper has further units to be told: `{ bulletinId, after }`. */
export const BULLETIN_TOLD = 'bulletin.told-in-part';
/** A request has further addressees to be told: `{ requestId, after }`. */
export const REQUEST_TOLD = 'request.told-in-part';
