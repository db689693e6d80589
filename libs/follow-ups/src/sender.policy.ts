/** Whom mail is from: what is missing of them before a letter can go. */

export type SenderLack = 'name' | 'address' | 'name_and_address';

/** A person who gets a letter must see who wrote, and be able to answer; mail that never leaves this machine needs neither. */
export function senderLack(
  { name, email }: { name: string | null; email: string | null },
  mailIsCaptured: boolean,
): SenderLack | null {
  if (mailIsCaptured) return null;
  if (email === null) return name === null ? 'name_and_address' : 'address';
  return name === null ? 'name' : null;
}

/** Mail that never leaves this machine may come from a made-up address; a real recipient must be able to answer. */
export function senderAddress({ email }: { email: string | null }, { isCaptured }: { isCaptured: boolean }) {
  return email ?? (isCaptured ? 'candidate@localhost' : null);
}
