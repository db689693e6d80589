/** Of each row of a sample. */
export const INVENTED = 'Invented';
