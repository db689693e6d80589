/** Every address of the app. Screens link by these, and mails by the same. */
export const paths = {
  today: () => '/',
  applications: () => '/applications',
  application: (id: string) => `/applications/${id}`,
  import: () => '/import',
  letter: (followUpId: string) => `/follow-ups/${followUpId}`,
  capturedMail: () => '/captured-mail',
  capturedLetter: (id: string) => `/captured-mail/${id}`,
  settings: () => '/settings',
  signIn: () => '/sign-in',
  welcome: () => '/welcome',
} as const;
