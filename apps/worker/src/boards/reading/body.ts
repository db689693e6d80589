/** The text of an answer, in the encoding it says. */

export interface Body {
  bytes: Uint8Array;
  contentType: string;
}

const START = 1_024;
const LONGEST_CONTENT_TYPE = 1_000;

/** UTF-8 unless the answer says otherwise; what cannot be decoded becomes a replacement character. */
export function textOf({ bytes, contentType }: Body): string {
  const start = contentType.includes('json') ? '' : Buffer.from(bytes.subarray(0, START)).toString('latin1');
  const label = [contentType.slice(0, LONGEST_CONTENT_TYPE), start].map(labelIn).find(Boolean);
  return decoderFor(label ?? 'utf-8').decode(bytes);
}

function labelIn(text: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*(?:["']\s*)?([\w.:-]+)/i.exec(text)?.[1];
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}
