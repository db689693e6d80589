export const TEST_SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
