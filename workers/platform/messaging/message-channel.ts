/** What is sent to one person; an SMS carries nothing of it but the parameters of its template. */
export type OutgoingMessage = {
  /** Stable over repeated attempts, so that a receiver can drop a second copy. */
  readonly id: string;
  /** The person's address in the channel: mailbox, account name, telephone number. */
  readonly to: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
  readonly parameters: Readonly<Record<string, string>>;
};

/** A way to reach a person outside; throws `DeliveryError` when the message did not arrive. */
export interface MessageChannel {
  /** Answers with what the other side said. */
  send(message: OutgoingMessage): Promise<string>;
}

export const deliveryFaults = [
  'not-allowed',
  'unreachable',
  'timeout',
  'credentials',
  'rejected',
  'redirected',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** Why a message did not arrive; `detail` is what the other side or the network said. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly fault: DeliveryFault;
  readonly detail: string;

  constructor(fault: DeliveryFault, detail: string) {
    super(`${fault}: ${detail}`);
    this.fault = fault;
    this.detail = detail;
  }
}
