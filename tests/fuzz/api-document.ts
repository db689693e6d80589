/** The API's own description as a fuzzer reads it: what can be asked for, and what may come back. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

interface Described {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> };
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }>;
}

export interface Operation {
  name: string;
  method: string;
  path: string;
  query: Parameter[];
  /** What If-Match is honoured by. */
  isConditional: boolean;
  body: { schema: Schema; isRequired: boolean; isJson: boolean; validate: ValidateFunction } | null;
  /** By status; null: an answer without a body. */
  answers: Map<string, ValidateFunction | null>;
}

/** An answer without an end is no answer to judge. */
const isLasting = ({ responses }: Described) => responses['200']?.content?.['text/event-stream'] !== undefined;

export class ApiDocument {
  readonly operations: Operation[];
  private readonly ajv: Ajv2020;

  constructor(
    private readonly document: { paths: Record<string, Record<string, Described>>; components: Record<string, object> },
  ) {
    this.ajv = new Ajv2020({ strict: false, allErrors: false });
    formats.default(this.ajv);
    for (const format of ['idn-email', 'iri']) this.ajv.addFormat(format, true);
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([, described]) => !isLasting(described))
        .map(([method, described]) => this.operation(path, method, described)),
    );
  }

  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    return this.resolve(this.at<Schema>(schema.$ref));
  }

  private operation(path: string, method: string, { operationId, parameters = [], ...rest }: Described): Operation {
    const [type, content] = Object.entries(rest.requestBody?.content ?? {})[0] ?? [];
    return {
      name: operationId,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((one) => one.in === 'query'),
      isConditional: parameters.some(({ name }) => name === 'If-Match'),
      body: content
        ? {
            schema: content.schema,
            isRequired: rest.requestBody?.required ?? false,
            isJson: type === 'application/json',
            validate: this.validator(content.schema),
          }
        : null,
      answers: new Map(
        Object.entries(rest.responses).map(([status, answer]) => {
          const { content: answered } = answer.$ref === undefined ? answer : this.at<typeof answer>(answer.$ref);
          const [schema] = Object.values(answered ?? {});
          return [status, schema ? this.validator(schema.schema) : null];
        }),
      ),
    };
  }

  private validator(schema: Schema): ValidateFunction {
    return this.ajv.compile({ ...schema, components: this.document.components });
  }

  private at<T>(reference: string): T {
    const way = reference.slice('#/'.length).split('/');
    return way.reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], this.document) as T;
  }
}
