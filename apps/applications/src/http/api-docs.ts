/** The OpenAPI description, made from the very schemas that check requests, and a page to read it on. */
import { eventType, FACT_TYPES, messages } from '@app/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { nameProblems, PROBLEM_RESPONSES } from './api-problems.js';
import { problem } from './problem.js';

type Conversion = { schema: unknown; components: Record<string, never> };

export function serveApiDocs(app: NestFastifyApplication, publicUrl: string | undefined): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, publicUrl), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Rekindle API',
  });
}

export function describeApi(app: NestFastifyApplication, publicUrl: string | undefined): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.1')
    .setTitle('Rekindle')
    .setDescription('Turns a rejection into a warm contact. Errors are RFC 9457 problems with a stable `code`.')
    .setVersion('1')
    .addSecurity('bearer', { type: 'http', scheme: 'bearer', description: 'The opaque token of an account.' })
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: '__Host-rekindle', description: SESSION })
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('session');
  if (publicUrl !== undefined) builder.addServer(publicUrl);
  const document = SwaggerModule.createDocument(app, builder.build(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? convert(schema, schemaType) : undefined,
  });
  const { components: problems } = convert(problem, 'output');
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation === undefined) continue;
      if (method === 'post' && !isOpen(operation)) operation.parameters?.push(IDEMPOTENCY_KEY);
      nameProblems(operation, path, method !== 'get');
      requireBody(operation);
    }
  }
  const schemas = { ...document.components?.schemas, ...problems };
  document.components = { ...document.components, schemas, responses: PROBLEM_RESPONSES };
  return { ...document, webhooks: describeWebhooks() };
}

const SESSION =
  'Of `POST /session`, for browsers. Named `rekindle-<port>` where PUBLIC_URL is not https. What changes something needs `Origin`.';

/** To whoever has not said yet who they are: there is no account to keep an answer for. */
const isOpen = ({ security = [] }: { security?: object[] }) => security.some((one) => Object.keys(one).length === 0);

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'A repeated request with this key has one effect, for 24 hours.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
};

const MAY_BE_LEFT_OUT = 'x-may-be-left-out';

/** Where the schema takes no body for an answer, none has to be sent. */
function requireBody({ requestBody }: NonNullable<OpenAPIObject['paths'][string]['post']>): void {
  if (requestBody === undefined || '$ref' in requestBody) return;
  const schema = requestBody.content['application/json']?.schema as Record<string, unknown> | undefined;
  if (schema?.[MAY_BE_LEFT_OUT] === undefined) return;
  delete schema[MAY_BE_LEFT_OUT];
  requestBody.required = false;
}

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1; schemas with an `id` become components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): Conversion {
  const { $defs = {}, ...converted } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  delete converted.$schema;
  const here = JSON.parse(JSON.stringify({ converted, $defs }).replaceAll('#/$defs/', '#/components/schemas/')) as {
    converted: object;
    $defs: Record<string, never>;
  };
  const mayBeLeftOut = io === 'input' && schema.safeParse(undefined).success;
  return {
    schema: mayBeLeftOut ? { ...here.converted, [MAY_BE_LEFT_OUT]: true } : here.converted,
    components: here.$defs,
  };
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
