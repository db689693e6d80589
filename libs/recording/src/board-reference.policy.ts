/** Which board a vacancy is advertised on, as far as its address tells. */
import { type BoardReference, recogniseBoard } from '@app/contracts';

interface Known {
  url: string | null;
  board: BoardReference | null;
}

interface Said {
  url?: string | null | undefined;
  board?: BoardReference | null | undefined;
}

/** What the candidate says of the board wins; else a new address tells, and an address that goes takes with it what it told. */
export function boardAfter(known: Known, { url, board }: Said): BoardReference | null {
  if (board !== undefined) return board;
  if (url === undefined || url === known.url) return known.board;
  const told = boardAt(url);
  if (told !== null) return told;
  return isSame(known.board, boardAt(known.url)) ? null : known.board;
}

export function boardAt(url: string | null): BoardReference | null {
  const seen = url === null ? null : recogniseBoard(url);
  if (seen === null) return null;
  const { provider, slug, postingId } = seen;
  return { provider, slug, ...(postingId !== null && { postingId }) };
}

const isSame = (one: BoardReference | null, other: BoardReference | null) =>
  one?.provider === other?.provider && one?.slug === other?.slug && one?.postingId === other?.postingId;
