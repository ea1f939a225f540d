export { demoteUnproven } from './demote-unproven.ts';
