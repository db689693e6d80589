import { refusal, RULES } from '@app/contracts';
import { Controller, Get, Header, Param, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/caller-guard.js';
import { RequestRefused } from '../http/problem.js';
import { CapturedMailAccess } from './captured-mail-access.js';
import { CapturedMailService, type Mail, type MailSummary } from './captured-mail.service.js';

/** One name of a file, never a path. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}(\.eml|\.html)?$/, RULES.not_a_captured_message);

/** For the HTML of a message: no script and no request, not even for a picture, whoever opens it and wherever. */
const MESSAGE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

const messageId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}$/, 'must be the id of a captured message');

/** For programs, and for the app, whose pages stand at the same addresses. Open by itself; who may read is for `CapturedMailAccess` to say. */
@Public()
@UseGuards(CapturedMailAccess)
@ApiExcludeController()
@Controller('captured-mail')
export class CapturedMailController {
  constructor(private readonly mail: CapturedMailService) {}

  @Get()
  @Header('cache-control', 'no-store')
  list(): Promise<{ data: MailSummary[]; total: number }> {
    return this.mail.list();
  }

  @Get(':file')
  @Header('cache-control', 'no-store')
  async get(
    @Param('file', { schema: fileName }) file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | Mail> {
    const [id = '', kind] = file.split('.');
    if (kind === 'eml') {
      void reply.type('message/rfc822').header('content-disposition', `attachment; filename="${file}"`);
      return this.mail.raw(id);
    }
    if (kind === 'html') return this.getHtml(id, reply);
    return this.mail.get(id);
  }

  /** For a frame of this installation's pages, in a sandbox of its own. */
  @Get(':id/html')
  @Header('cache-control', 'no-store')
  async getHtml(
    @Param('id', { schema: messageId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { html: part } = await this.mail.get(id);
    if (part === null) throw new RequestRefused(404, refusal('not_found', { what: 'html_part', id }));
    void reply.header('x-frame-options', 'SAMEORIGIN');
    void reply.type('text/html; charset=utf-8').header('content-security-policy', MESSAGE_POLICY);
    return part;
  }
}
