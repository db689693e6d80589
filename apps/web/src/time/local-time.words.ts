/** At a field for a day, or a day and an hour, that holds neither. */
export const NO_MOMENT = 'Say a day between the years 1970 and 9999.';
