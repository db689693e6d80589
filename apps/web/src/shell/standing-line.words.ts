/** Whether nobody is there, or only nobody tells: what is pressed finds out. */
export const unheardSince = (time: string) =>
  `Not connected since ${time}. What you see stays, and may have changed since.`;
