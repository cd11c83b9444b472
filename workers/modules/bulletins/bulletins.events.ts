/** A paper went out to units: `{ bulletinId, units }`. */
export const BULLETIN_SENT = 'bulletin.sent';
