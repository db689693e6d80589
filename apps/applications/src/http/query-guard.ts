/** Refuses the parameters of a query where the route has no schema that names them: what is ignored is not said. */
import { refusal } from '@app/contracts';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { ruleBroken } from './members-at-fault.js';
import { MOST_ERRORS, RequestRefused } from './problem.js';

const API = '/api/v1/';

@Injectable()
export class QueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!url.startsWith(API) || takesQuery(context)) return true;
    const errors = Object.keys(query as object)
      .slice(0, MOST_ERRORS)
      .map((name) => ruleBroken('unknown_field', [name]));
    if (errors.length === 0) return true;
    throw new RequestRefused(422, refusal('invalid_query', { of: 'no_query' }), { errors });
  }
}

function takesQuery(context: ExecutionContext): boolean {
  const { name } = context.getHandler();
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), name) ?? {}) as object;
  return Object.keys(parameters).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
