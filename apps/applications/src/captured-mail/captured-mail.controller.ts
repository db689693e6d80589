import { Controller, Get, Header, Headers, Param, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/caller-guard.js';
import { RequestRefused } from '../http/problem.js';
import { CapturedMailAccess } from './captured-mail-access.js';
import { listPage, MESSAGE_POLICY, messagePage, PAGE_POLICY } from './captured-mail-page.js';
import { CapturedMailService, type Mail, type MailSummary } from './captured-mail.service.js';

/** One name of a file, never a path. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}(\.eml|\.html)?$/, 'must be the name of a captured message');

const messageId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}$/, 'must be the id of a captured message');

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
    return asked(accept) === 'json' ? mails : html(reply, PAGE_POLICY, listPage(mails));
  }

  @Get(':file')
  @Header('cache-control', 'no-store')
  async get(
    @Param('file', { schema: fileName }) file: string,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Buffer | Mail> {
    const [id = '', kind] = file.split('.');
    if (kind === 'eml') {
      void reply.type('message/rfc822').header('content-disposition', `attachment; filename="${file}"`);
      return this.mail.raw(id);
    }
    if (kind === 'html') return this.getHtml(id, reply);
    const mail = await this.mail.get(id);
    return asked(accept) === 'json' ? mail : html(reply, PAGE_POLICY, messagePage(mail));
  }

  /** For a frame of this installation's pages, in a sandbox of its own. */
  @Get(':id/html')
  @Header('cache-control', 'no-store')
  async getHtml(
    @Param('id', { schema: messageId }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { html: part } = await this.mail.get(id);
    if (part === null) throw new RequestRefused(404, 'not_found', `The message ${id} has no HTML part.`);
    void reply.header('x-frame-options', 'SAMEORIGIN');
    return html(reply, MESSAGE_POLICY, part);
  }
}

const asked = (accept = ''): 'json' | 'html' =>
  accept.includes('application/json') && !accept.includes('text/html') ? 'json' : 'html';

function html(reply: FastifyReply, policy: string, text: string): string {
  void reply.type('text/html; charset=utf-8').header('content-security-policy', policy);
  return text;
}
