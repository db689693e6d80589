export const ALL_INVENTED = 'What you see is invented.';
export const REMOVE_IT = 'Remove it';
export const CAPTURED = 'Practice: nothing leaves this machine, letters are kept.';
export const TO_CAPTURED = 'See them';
