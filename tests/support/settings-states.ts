/** The states of each part of the settings; those of the other screens stand in states.spec.ts. */
export interface States {
  /** What it is called where there is nothing yet; null: then there is no such address. */
  empty: RegExp | null;
  /** Where there is more than anybody reads; null: it shows one thing, or always as much. */
  crowded: string | null;
  /** The answer that it cannot be shown without; null: it asks for nothing. */
  asks: RegExp | null;
  path: string;
}

export const SETTINGS_STATES: Record<string, States> = {
  '/settings': { path: '/settings', empty: /./, crowded: null, asks: /\/api\/v1\/me$/ },
  '/settings/letters': { path: '/settings/letters', empty: /./, crowded: null, asks: /\/settings\/holidays/ },
  '/settings/cadences': { path: '/settings/cadences', empty: /./, crowded: null, asks: /\/settings\/defaults/ },
  '/settings/webhooks': {
    path: '/settings/webhooks',
    empty: /No other program/,
    crowded: '/settings/webhooks',
    asks: /\/api\/v1\/webhook-endpoints/,
  },
  '/settings/webhooks/$id': {
    path: '/settings/webhooks/:webhook',
    empty: null,
    crowded: '/settings/webhooks/:webhook',
    asks: /\/deliveries/,
  },
  '/settings/access': {
    path: '/settings/access',
    empty: /./,
    crowded: '/settings/access',
    asks: /\/api\/v1\/sessions/,
  },
  '/settings/removed': {
    path: '/settings/removed',
    empty: /Nothing is removed/,
    crowded: '/settings/removed',
    asks: /deleted=true/,
  },
  '/settings/installation': {
    path: '/settings/installation',
    empty: /./,
    crowded: '/settings/installation',
    asks: /\/api\/v1\/messages/,
  },
};
