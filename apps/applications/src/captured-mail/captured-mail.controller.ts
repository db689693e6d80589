import { Controller, Get, Header, Headers, Param, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/bearer-guard.js';
import { CapturedMailAccess } from './captured-mail-access.js';
import { listPage, messagePage, PAGE_POLICY } from './captured-mail-page.js';
import { CapturedMailService, type Mail, type MailSummary } from './captured-mail.service.js';

/** One name of a file, never a path. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}(\.eml)?$/, 'must be the name of a captured message');

/** Open by itself; who may read is for `CapturedMailAccess` to say. */
@Public()
@UseGuards(CapturedMailAccess)
@ApiExcludeController()
@Controller('captured-mail')
export class CapturedMailController {
  constructor(private readonly mail: CapturedMailService) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | { data: MailSummary[] }> {
    const mails = await this.mail.list();
    return asked(accept) === 'json' ? mails : html(reply, listPage(mails));
  }

  @Get(':file')
  @Header('cache-control', 'no-store')
  async get(
    @Param('file', { schema: fileName }) file: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | Mail> {
    if (file.endsWith('.eml')) {
      void reply.type('message/rfc822').header('content-disposition', `attachment; filename="${file}"`);
      return this.mail.raw(file.slice(0, -'.eml'.length));
    }
    const mail = await this.mail.get(file);
    return asked(accept) === 'json' ? mail : html(reply, messagePage(mail));
  }
}

const asked = (accept = ''): 'json' | 'html' =>
  accept.includes('application/json') && !accept.includes('text/html') ? 'json' : 'html';

function html(reply: FastifyReply, text: string): string {
  void reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY);
  return text;
}
