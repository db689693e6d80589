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
export const PARTS_OF = 'Parts of the settings';
export const ALL_PARTS = 'All settings';
