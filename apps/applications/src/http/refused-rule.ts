/** Which rule of a schema refused a member, and what it asks: the code and facts beside the words that zod or the shape has for it. */
import { type Facts, ruleOf } from '@app/contracts';
import type { z } from 'zod';

export function ruleThatRefused(issue: z.core.$ZodIssue): { code: string; facts: Facts } {
  const rule = ruleOf(issue.message);
  if (rule !== null) return { code: rule, facts: {} };
  return { code: issue.code === 'custom' ? 'invalid_value' : issue.code, facts: factsOf(issue) };
}

function factsOf(issue: z.core.$ZodIssue): Facts {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: issue.expected };
    case 'too_small':
      return { of: issue.origin, minimum: Number(issue.minimum) };
    case 'too_big':
      return { of: issue.origin, maximum: Number(issue.maximum) };
    case 'invalid_format':
      return { format: issue.format };
    case 'invalid_value':
      return { allowed: issue.values.map(String).join(', ') };
    default:
      return {};
  }
}
