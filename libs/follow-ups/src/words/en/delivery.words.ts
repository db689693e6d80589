/** What became of bringing a webhook to its receiver, in English. */
import type { DeliverySentences } from '@app/contracts';
import type { Words } from '../words.js';

const GONE = {
  delivery: 'The receiver said that it is gone (410).',
  endpoint: 'The receiver answered 410 Gone.',
};

export const DELIVERY_WORDS: Words<DeliverySentences> = {
  answered: ({ status }) => `answered ${status}`,
  redirected: ({ status }) => `answered ${status}; redirects are not followed`,
  no_answer_in_time: () => 'no answer within the time limit',
  unreachable: (_, of) => `unreachable: ${of('why')}`,
  not_sent: (_, of) => `not sent: ${of('why')}`,
  given_up: ({ attempts }, of) => `${of('last')}; given up after ${attempts} attempts`,
  endpoint_disabled: () => 'The endpoint is disabled.',
  switched_off: () => 'You switched it off.',
  receiver_gone: ({ of }) => GONE[of],
  connection_failed: ({ error }) => error,
  closed_without_answer: () => 'it closed the connection without an answer',
  not_a_sealed_secret: () => 'This is not a sealed secret (v1.<key id>.<nonce>.<ciphertext>.<tag>).',
  sealed_with_another_key: ({ key, ours }) =>
    `The secret was sealed with key ${key}, but REKINDLE_SECRET_KEY is key ${ours}. Start with the key it was sealed with.`,
  sealed_secret_changed: () => 'The sealed secret was changed, or belongs to another place. Enter the secret again.',
};
