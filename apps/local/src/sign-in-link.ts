import { Api } from './api.js';

/** `apiUrl` is where this machine reaches the service; the link is for where people do. */
export async function newSignInLink(apiUrl: string, token: string): Promise<string> {
  const { url } = await new Api(apiUrl, token).post<{ url: string }>('/sign-in-codes');
  return url;
}
