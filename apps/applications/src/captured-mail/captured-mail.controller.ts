import { RULES } from '@app/contracts';
import { Controller, Get, Header, Headers, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Public } from '../http/bearer-guard.js';
import { RequestRefused } from '../http/problem.js';
import { CapturedMailAccess } from './captured-mail-access.js';
import { CapturedMailKey } from './captured-mail-key.js';
import { listPage, MESSAGE_POLICY, messagePage, PAGE_POLICY } from './captured-mail-page.js';
import { CapturedMailService, type Mail, type MailSummary } from './captured-mail.service.js';

/** One name of a file, never a path. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,120}(\.eml|\.html)?$/, RULES.not_a_captured_message);

/** Open by itself; who may read is for `CapturedMailAccess` to say. */
@Public()
@UseGuards(CapturedMailAccess)
@ApiExcludeController()
@Controller('captured-mail')
export class CapturedMailController {
  constructor(
    private readonly mail: CapturedMailService,
    private readonly key: CapturedMailKey,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  async list(
    @Headers('accept') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | { data: MailSummary[] } | undefined> {
    // Out of the address, where a history or somebody behind the reader would see it.
    if (this.key.isInLink(request)) {
      void reply.status(303).headers({ location: '/captured-mail', 'set-cookie': this.key.cookie() });
      return undefined;
    }
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
    const mail = await this.mail.get(id);
    if (kind === 'html') {
      if (mail.html === null) throw new RequestRefused(404, 'not_found', `The message ${id} has no HTML part.`);
      void reply.header('x-frame-options', 'SAMEORIGIN');
      return html(reply, MESSAGE_POLICY, mail.html);
    }
    return asked(accept) === 'json' ? mail : html(reply, PAGE_POLICY, messagePage(mail));
  }
}

const asked = (accept = ''): 'json' | 'html' =>
  accept.includes('application/json') && !accept.includes('text/html') ? 'json' : 'html';

function html(reply: FastifyReply, policy: string, text: string): string {
  void reply.type('text/html; charset=utf-8').header('content-security-policy', policy);
  return text;
}
