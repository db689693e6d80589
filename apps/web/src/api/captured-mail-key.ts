/** Of captured mail, which lies beside the API: the list, and with an id behind it one of it. */
export const CAPTURED_MAIL = ['capturedMail'] as const;
