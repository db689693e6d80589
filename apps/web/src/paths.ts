/** Every address of the app. Screens link by these, and mails by the same. */
export const paths = {
  today: () => '/',
  applications: () => '/applications',
  application: (id: string) => `/applications/${id}`,
  people: () => '/people',
  person: (id: string) => `/people/${id}`,
  lookBackOn: (applicationId: string) => `/applications/${applicationId}/look-back`,
  letter: (followUpId: string) => `/follow-ups/${followUpId}`,
  radar: () => '/radar',
  board: (id: string) => `/radar/boards/${id}`,
  capturedMail: () => '/captured-mail',
  capturedLetter: (id: string) => `/captured-mail/${id}`,
  settings: () => '/settings',
  settingsOf: (part: string) => `/settings/${part}`,
  webhook: (id: string) => `/settings/webhooks/${id}`,
  signIn: () => '/sign-in',
  welcome: () => '/welcome',
} as const;
