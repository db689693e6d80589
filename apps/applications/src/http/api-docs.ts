/** The OpenAPI description, made from the very schemas that check requests, and a page to read it on. */
import { eventType, FACT_TYPES, messages } from '@app/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { problem } from './problem.js';

type Conversion = { schema: unknown; components: Record<string, never> };

export function serveApiDocs(app: NestFastifyApplication, publicUrl: string | undefined): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, publicUrl), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rekindle API',
  });
}

function describeApi(app: NestFastifyApplication, publicUrl: string | undefined): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Rekindle')
    .setDescription('Turns a rejection into a warm contact. Errors are RFC 9457 problems with a stable `code`.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .addSecurityRequirements('bearer')
    .addGlobalResponse({ status: '4XX', description: 'A problem with the request.', ...problemContent });
  if (publicUrl !== undefined) builder.addServer(publicUrl);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType) : undefined,
  });
  const { components: problems } = convert(problem, 'output');
  for (const { post, patch, delete: remove } of Object.values(document.paths)) {
    post?.parameters?.push(IDEMPOTENCY_KEY);
    for (const operation of [patch, remove]) operation?.parameters?.push(IF_MATCH);
  }
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...problems } };
  return { ...document, webhooks: describeWebhooks() };
}

const header = (name: string, description: string) =>
  ({ name, in: 'header', required: false, description, schema: { type: 'string' } }) as const;
const IDEMPOTENCY_KEY = header('Idempotency-Key', 'A repeated request with this key has one effect, for 24 hours.');
const IF_MATCH = header('If-Match', 'The ETag of what was read; 412 when it was changed since.');

const problemContent = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1; schemas with an `id` become components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): Conversion {
  const { $defs = {}, ...converted } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  delete converted.$schema;
  const here = JSON.parse(JSON.stringify({ converted, $defs }).replaceAll('#/$defs/', '#/components/schemas/')) as {
    converted: unknown;
    $defs: Record<string, never>;
  };
  return { schema: here.converted, components: here.$defs };
}

function describeWebhooks(): NonNullable<OpenAPIObject['webhooks']> {
  return Object.fromEntries(
    FACT_TYPES.map((type) => {
      const event = z.object({
        type: z.literal(eventType(type)),
        timestamp: z.iso.datetime(),
        data: messages[type],
      });
      return [
        eventType(type),
        {
          post: {
            operationId: `on_${eventType(type).replace('.', '_')}`,
            requestBody: { content: { 'application/json': { schema: convert(event, 'output').schema as object } } },
            responses: { '2XX': { description: 'Taken. Anything else is tried again later.' } },
          },
        },
      ];
    }),
  );
}
