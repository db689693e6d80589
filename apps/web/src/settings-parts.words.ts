export type Part = 'you' | 'letters' | 'cadences' | 'webhooks' | 'access' | 'removed' | 'installation';

export const PART: Record<Part, string> = {
  you: 'You',
  letters: 'Letters',
  cadences: 'Cadences',
  webhooks: 'Webhooks',
  access: 'Access',
  removed: 'Removed',
  installation: 'This installation',
};
/** What is looked for in each, where one goes by words. */
export const PART_HAS: Record<Part, string> = {
  you: 'name e-mail address time zone clock looking search keyboard shortcuts',
  letters: 'approve approval yes send sending days mornings hours holidays',
  cadences: 'wait waiting delay timing how long feedback hello keep warm reminders pattern',
  webhooks: 'endpoints deliveries programs',
  access: 'sign in out browsers token',
  removed: 'bring back deleted restore',
  installation: 'version mail database worker queue boards',
};
export const partOf = (part: string) => `Settings: ${part}`;
export const PARTS_OF = 'Parts of the settings';
export const ALL_PARTS = 'All settings';
