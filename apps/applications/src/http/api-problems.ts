/** The problems that each route answers with, by status, for the API description. */
import type { OpenAPIObject } from '@nestjs/swagger';

type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const PROBLEMS = {
  400: ['MalformedBody', 'The body is not what its media type says: `malformed_json`.'],
  401: ['Unauthenticated', 'No token and no session, or one that is not known or has ended: `unauthenticated`.'],
  403: ['Forbidden', 'Not with this: `foreign_origin` where a page of elsewhere asks, or `code` says what it takes.'],
  404: ['NotFound', 'What the address or the body names is not there, or not yours: `not_found`.'],
  409: ['Conflict', 'A rule of the domain stands against it as things are now; `code` says which.'],
  412: ['ChangedMeanwhile', 'It was changed since it was read, as If-Match shows: `changed_meanwhile`.'],
  413: ['BodyTooLarge', 'More than 1 MiB, or 10 MiB of a file: `body_too_large`.'],
  415: ['UnsupportedMediaType', 'Another media type or an encoding than this route takes; JSON in UTF-8, as it is.'],
  422: ['Refused', 'Address, query, headers or body are not as this route takes them; `errors` points at each member.'],
  429: ['TooManyRequests', 'More requests at once than are served; `Retry-After` says when to come again.'],
  '4XX': ['RequestProblem', 'Another problem with the request.'],
  '5XX': ['ServiceProblem', 'A fault of the service (`internal_error`), or its database is away (`unavailable`).'],
} as const;
type Status = keyof typeof PROBLEMS;

const HEADERS: Partial<Record<Status, [name: string, description: string]>> = {
  401: ['WWW-Authenticate', 'Which token is asked for.'],
  429: ['Retry-After', 'In seconds.'],
  '5XX': ['Retry-After', 'In seconds; with 503.'],
};

const text = (description: string) => ({ description, schema: { type: 'string' } }) as const;

export const PROBLEM_RESPONSES: Responses = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, [name, description]]) => {
    const header = HEADERS[status as unknown as Status];
    return [
      name,
      {
        description,
        ...(header && { headers: { [header[0]]: text(header[1]) } }),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ];
  }),
);

const OF_EVERYBODY: Status[] = [401, 422, 429, '4XX', '5XX'];
const OF_COMMANDS: Status[] = [400, 403, 404, 409, 413, 415];

/** `isConditional`: it honours If-Match. */
export function nameProblems(operation: Operation, path: string, isCommand: boolean): void {
  const isConditional = operation.parameters?.some((one) => 'name' in one && one.name === 'If-Match') ?? false;
  const statuses: Status[] = [
    ...OF_EVERYBODY,
    ...(isCommand ? OF_COMMANDS : []),
    ...(isConditional ? [412 as const] : []),
  ];
  if (path.includes('{')) statuses.push(404);
  for (const status of new Set(statuses)) {
    operation.responses[status] = { $ref: `#/components/responses/${PROBLEMS[status][0]}` };
  }
}
