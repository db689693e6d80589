export const HEADING = 'Captured mail';
export const OPENING = 'Nothing leaves this machine. What would have gone is kept here.';
export const NONE = 'No mail yet. What would have gone out stands here, newest first.';
export const NONE_WAY_ON = 'To today';
export const FROM = 'From';
export const TO = 'To';
export const DATE = 'Date';
export const SOURCE = 'Its source';
export const HEADERS = 'All its headers';
export const CONTENT = 'The mail';
export const NO_SUBJECT = '(no subject)';
/** As mail programs show it: RFC 5322 quotes a name, readers do not. */
export const person = (address: string) => address.replaceAll(/"([^"\\]*)"/g, '$1');
export const toWhom = (to: string) => `to ${person(to)}`;
export const more = (shown: number, total: number) => `The newest ${shown} of ${total}.`;
