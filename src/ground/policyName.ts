/** The name of the one policy by which strings become markup or start scripts: `markup.ts` makes it, and pages allow no other (Trusted Types). */
export const policyName = 'sixfold';
