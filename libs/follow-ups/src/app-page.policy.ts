/** Where a mail leads to in the app. Opening a page changes nothing: scanners open every link of every mail. */
import { isLoopback } from '@app/contracts';

/** Of one follow-up, where its verb stands first. */
export const pageOf = (publicUrl: string, followUpId: string): string =>
  `${todayPage(publicUrl)}follow-ups/${followUpId}`;

/** Where one looks back on a rejection. */
export const lookBackPage = (publicUrl: string, applicationId: string): string =>
  `${todayPage(publicUrl)}applications/${applicationId}/look-back`;

/** Where one looks for what rejections in a row have in common. */
export const patternPage = (publicUrl: string): string => `${todayPage(publicUrl)}look-back/pattern`;

export const todayPage = (publicUrl: string): string => (publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`);

/** Whether it is an address by which each computer calls itself. */
export const isOfOneComputer = (publicUrl: string): boolean =>
  URL.canParse(publicUrl) && isLoopback(new URL(publicUrl).host);
