import { v7 } from 'uuid';

/** Where new ids come from. */
export abstract class Ids {
  abstract next(): string;
}

/** UUIDv7 (RFC 9562): ids sort by the moment they were made. */
export class UuidV7Ids extends Ids {
  next(): string {
    return v7();
  }
}
