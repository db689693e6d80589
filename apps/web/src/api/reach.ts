/** The way to the service: that nobody answers is told apart from a fault of the page. */

export class NotReached extends Error {}

/** As `fetch`; what was given up stays what it was. */
export const reach = async (...asked: Parameters<typeof fetch>): Promise<Response> => {
  try {
    return await fetch(...asked);
  } catch (error) {
    if (error instanceof TypeError) throw new NotReached('Nobody answers', { cause: error });
    throw error;
  }
};
