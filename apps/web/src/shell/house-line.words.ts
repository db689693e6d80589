export const ALL_INVENTED = 'What you see is invented.';
export const REMOVE_IT = 'Remove it';
export const CAPTURED = 'Practice: letters are kept on this machine and reach nobody.';
export const TO_CAPTURED = 'See them';
