/** What each service is told: the HTTP service never learns of queue or mail server, the worker never of tokens or ports. */
import type { CapturedMail } from '../captured-mail/captured-mail.js';
import type { Settings } from '../settings.js';

export interface Given {
  settings: Settings;
  token: string;
  secretKey: string;
  captured?: CapturedMail;
  apiUrl: string;
  workerUrl: string;
}

export function applicationsEnv({ settings, token, secretKey, captured, apiUrl }: Given): NodeJS.ProcessEnv {
  return {
    ...shared(settings, secretKey),
    DATABASE_URL: apiUrl,
    HOST: settings.HOST,
    PORT: String(settings.PORT),
    REKINDLE_API_TOKEN: token,
    OWNER_NAME: settings.OWNER_NAME,
    OWNER_EMAIL: settings.OWNER_EMAIL,
    CAPTURED_MAIL_DIR: captured?.directory,
    DEMO: settings.demo ? 'true' : undefined,
  };
}

export function workerEnv({ settings, secretKey, captured, workerUrl }: Given): NodeJS.ProcessEnv {
  return {
    ...shared(settings, secretKey),
    DATABASE_URL: workerUrl,
    REDIS_URL: settings.REDIS_URL,
    SMTP_URL: captured?.url ?? settings.SMTP_URL,
    MAIL_CAPTURED: captured && 'true',
    BOARD_BASE_URLS: settings.BOARD_BASE_URLS,
    BOARD_CONTACT: settings.BOARD_CONTACT,
  };
}

function shared({ publicUrl, OUTBOUND_ALLOW, LOG_LEVEL }: Settings, secretKey: string): NodeJS.ProcessEnv {
  return { PUBLIC_URL: publicUrl, REKINDLE_SECRET_KEY: secretKey, OUTBOUND_ALLOW, LOG_LEVEL };
}
