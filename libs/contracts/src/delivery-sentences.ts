/** What became of bringing a webhook to its receiver: each code, and the facts that belong to it. */
import type { Facts, Sentence } from './sentences.js';

type None = Readonly<Record<never, never>>;

export interface DeliverySentences {
  answered: { status: number };
  redirected: { status: number };
  no_answer_in_time: None;
  /** The sentence within, `why`: what the connection came to. */
  unreachable: None;
  /** The sentence within, `why`: a refusal, or what is wrong with the secret. */
  not_sent: None;
  /** The sentence within, `last`: what the last attempt came to. */
  given_up: { attempts: number };
  endpoint_disabled: None;
  switched_off: None;
  receiver_gone: { of: 'delivery' | 'endpoint' };
  // What a connection came to; an address that is not asked says why itself.
  connection_failed: { error: string };
  closed_without_answer: None;
  // What is wrong with a sealed secret: by the ids of keys.
  not_a_sealed_secret: None;
  sealed_with_another_key: { key: string; ours: string };
  sealed_secret_changed: None;
}
export type DeliveryCode = keyof DeliverySentences;

type FactsOf<C extends DeliveryCode> = DeliverySentences[C];

/** A sentence about a delivery or its endpoint; its facts are those of its code. */
export function ofDelivery<C extends DeliveryCode>(
  code: C,
  ...[facts]: Partial<FactsOf<C>> extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Sentence {
  return { code, facts: { ...(facts as Facts | undefined) } };
}
