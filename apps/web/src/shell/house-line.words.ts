export const ALL_INVENTED = 'What you see is invented.';
export const REMOVE_IT = 'Remove it';
export const CAPTURED = 'Nothing leaves this machine: no mail is really sent.';
export const TO_CAPTURED = 'See what was kept';
