export const ALL_INVENTED = 'What you see is invented.';
export const REMOVE_IT = 'Remove it';
export const CAPTURED = 'Nothing leaves this machine.';
export const TO_CAPTURED = 'Captured mail';
