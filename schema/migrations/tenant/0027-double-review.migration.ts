import type { Migration } from '../migration.ts';

export const doubleReview: Migration = {
  id: '0027-double-review',
  up: [
    'alter table review_opinions add column own_view text',
    'alter table review_opinions add column own_words text',
  ],
  down: [
    'alter table review_opinions drop column own_words',
    'alter table review_opinions drop column own_view',
  ],
};
