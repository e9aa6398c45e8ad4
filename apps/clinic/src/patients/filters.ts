export const filters = ['all', 'mine', 'inactive-7-days', 'ends-within-30-days', 'invited'] as const;
export type Filter = (typeof filters)[number];
