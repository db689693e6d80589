/** A command that says beforehand, with `?dryRun=true`, what it would do to the plan. */
import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  HttpCode,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import { previewAnswer } from './previews.schemas.js';

@Injectable()
class PreviewStatus implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { dryRun } = http.getRequest<FastifyRequest<{ Querystring: { dryRun?: string } }>>().query;
    if (dryRun === 'true') void http.getResponse<FastifyReply>().status(200);
    return next.handle();
  }
}

/** Of a route whose own answer has another status than the preview's 200. */
export const MayBeDry = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(PreviewStatus),
    ApiResponse({ status: 200, description: 'With `dryRun`: nothing was done.', standardSchema: previewAnswer }),
  );

/** 200 with a body of this schema, or of a preview. */
export const AnswersOrPreviews = (schema: z.ZodType): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({
      status: 200,
      description: 'Done; with `dryRun`, nothing was done.',
      standardSchema: z.union([schema, previewAnswer]),
    }),
  );
