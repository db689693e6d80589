export const ALL_INVENTED = 'What you see is invented.';
export const REMOVE_IT = 'Remove it';
export const CAPTURED = 'Nothing leaves this machine: mail is captured.';
export const TO_CAPTURED = 'See it';
