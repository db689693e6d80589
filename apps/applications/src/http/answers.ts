/** How a route's success reads in the API description. */
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** 200 with a body of this schema. */
export const Answers = (schema: z.ZodType): MethodDecorator =>
  applyDecorators(HttpCode(200), ApiResponse({ status: 200, description: 'Done.', standardSchema: schema }));

/** 201 with a body of this schema. */
export const AnswersCreated = (schema: z.ZodType): MethodDecorator =>
  applyDecorators(HttpCode(201), ApiResponse({ status: 201, description: 'Made.', standardSchema: schema }));

/** 202 with a body of this schema: somebody else does it, soon. */
export const AnswersAccepted = (schema: z.ZodType): MethodDecorator =>
  applyDecorators(HttpCode(202), ApiResponse({ status: 202, description: 'Asked for.', standardSchema: schema }));

/** 204. */
export const AnswersNothing = (): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiNoContentResponse({ description: 'Gone.' }));

/** Honours If-Match. */
export const Conditional = (): MethodDecorator =>
  ApiHeader({ name: 'If-Match', description: 'The ETag of what was read; 412 when it was changed since.' });
