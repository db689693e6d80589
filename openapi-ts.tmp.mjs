import { createClient } from '@hey-api/openapi-ts';
await createClient({ input: '/tmp/w/ten/openapi.json', output: { path: '/tmp/w/ten/gen1' , entryFile:false}, plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk', '@tanstack/react-query'] });
