/** Reads the folder that the capturing mail server writes to. */
import { refusal } from '@app/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { simpleParser, type AddressObject, type ParsedMail } from 'mailparser';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { RequestRefused } from '../http/problem.js';

export interface MailSummary {
  id: string;
  from: string;
  to: string;
  subject: string;
  date: string | null;
  messageId: string | null;
}

export interface Mail extends MailSummary {
  /** As they stand in the message. */
  headers: string[];
  text: string | null;
  html: string | null;
}

const EXTENSION = '.eml';
const MOST_SHOWN = 500;
/** The text as it was sent: nothing is made of one part for the other. */
const AS_SENT = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true };

@Injectable()
export class CapturedMailService {
  private readonly directory: string;

  constructor(@Inject(ENV) env: Env) {
    this.directory = env.CAPTURED_MAIL_DIR ?? '';
  }

  /** Newest first: the names begin with the moment of capture. */
  async list(): Promise<{ data: MailSummary[]; total: number }> {
    const names = (await readdir(this.directory))
      .filter((name) => /^[^.].*\.eml$/.test(name))
      .sort()
      .reverse();
    const data: MailSummary[] = [];
    for (const name of names.slice(0, MOST_SHOWN)) {
      const bytes = await this.raw(name.slice(0, -EXTENSION.length));
      data.push(summary(name.slice(0, -EXTENSION.length), await simpleParser(headerOf(bytes), AS_SENT)));
    }
    return { data, total: names.length };
  }

  async get(id: string): Promise<Mail> {
    const parsed = await simpleParser(await this.raw(id), AS_SENT);
    return {
      ...summary(id, parsed),
      headers: parsed.headerLines.map(({ line }) => line),
      text: parsed.text ?? null,
      html: parsed.html || null,
    };
  }

  /** The bytes as the mail server took them. `id` is a checked file name, no path. */
  async raw(id: string): Promise<Buffer> {
    try {
      return await readFile(join(this.directory, `${id}${EXTENSION}`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new RequestRefused(404, refusal('not_found', { what: 'captured_message', id }));
    }
  }
}

function summary(id: string, { from, to, subject, date, messageId }: ParsedMail): MailSummary {
  return {
    id,
    from: textOf(from),
    to: textOf(to),
    subject: subject ?? '',
    date: date?.toISOString() ?? null,
    messageId: messageId ?? null,
  };
}

const textOf = (addresses: AddressObject | AddressObject[] | undefined): string =>
  [addresses ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');

function headerOf(message: Buffer): Buffer {
  const end = message.indexOf('\r\n\r\n');
  return end === -1 ? message : message.subarray(0, end + 4);
}
